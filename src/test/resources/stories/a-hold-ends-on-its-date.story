# A hold on a customer stops everything until its date, or until a person ends it.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            customer beta "Beta GmbH"
            contact  beta "Bert Beta" email bert@beta.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 100.00 EUR due 2026-03-13
            invoice  INV-3 beta 100.00 EUR due 2026-03-13
2026-03-13  hold     acme until 2026-03-24 "Fire in their warehouse"
            hold     beta until 2026-03-24 "We look for the delivery note"
2026-03-16  night
            expect   INV-1 hold "The customer is on hold until Tue 24 Mar: Fire in their warehouse." next 2026-03-25
            expect   INV-2 hold
            expect   silent
2026-03-17  end hold beta
            expect   INV-3 send
            night
            expect   mail beta inquiry "INV-3"
            expect   messages 1
2026-03-24  night
            expect   messages 1
2026-03-25  night
            expect   mail acme inquiry "INV-1, INV-2"
