# Two currencies make one message with a total for each; they are never added together.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 250.00 EUR due 2026-03-13
            invoice  INV-3 acme 70.50 USD due 2026-03-13
            invoice  INV-4 acme 12000 JPY due 2026-03-13
2026-03-16  payment  acme 30.00 USD
            night
            expect   mail acme inquiry "INV-1, INV-2, INV-3, INV-4"
            expect   messages 1
            expect   words acme "350.00"
            expect   words acme "Payment on account"
            expect   words acme "40.50"
            expect   words acme "12,000"
