# A write-off closes an item, and taking it back opens it again.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-13  payment  INV-1 96.00 EUR
2026-03-16  write-off INV-1 4.00 EUR "Bank fees, agreed on the phone"
            expect   paid INV-1
            night
            expect   silent
2026-03-17  reverse  INV-1
            expect   open INV-1 4.00 EUR
            night
            expect   mail acme inquiry "INV-1"
