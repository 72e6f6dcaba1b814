# Who pays on a customer's behalf gets the letters about its invoices, and a hold there stops them.

2026-03-02  customer beta "Beta GmbH"
            contact  beta "Bert Beta" email bert@beta.example
            customer gamma "Gamma GmbH"
            customer payer "Paying House Ltd"
            contact  payer "Pia Payer" email pia@payer.example
            mode     beta letters payer
            mode     gamma letters payer
            invoice  INV-1 beta 100.00 EUR due 2026-03-13
            invoice  INV-2 gamma 20.50 EUR due 2026-03-13
2026-03-16  hold     payer until 2026-03-18 "They change banks"
            night
            expect   silent
            expect   INV-1 hold "They change banks"
2026-03-19  night
            expect   mail payer inquiry "INV-1, INV-2"
            expect   words payer "Total: 120.50 EUR"
            expect   messages 1
