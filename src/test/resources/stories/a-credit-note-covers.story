# An open credit note covers the oldest item first; only the rest is asked for, less what is left of the credit.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-12
            invoice  INV-2 acme 300.00 EUR due 2026-03-13
            invoice  INV-3 acme 50.00 EUR due 2026-03-13
2026-03-05  credit-note CN-1 acme 150.00 EUR
            credit-note CN-2 acme 50.00 EUR for INV-3
            expect   paid INV-3
2026-03-16  night
            expect   INV-1 hold "Open credit of 100.00 EUR covers the 100.00 EUR open."
            expect   INV-2 send
            expect   mail acme inquiry "INV-2"
            expect   words acme "CN-1"
