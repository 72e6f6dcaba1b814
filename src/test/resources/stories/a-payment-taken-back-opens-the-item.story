# A payment that was put to the wrong invoice is taken back: the item is open, the money is on account and nothing is lost.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-10  payment  INV-1 100.00 EUR
2026-03-16  night
            expect   silent
            invoice  INV-2 acme 100.00 EUR due 2026-06-01
            reverse  INV-1
            expect   open INV-1 100.00 EUR
            expect   credit acme 100.00 EUR
2026-03-17  night
            expect   INV-1 hold "Open credit of 100.00 EUR covers"
            expect   silent
