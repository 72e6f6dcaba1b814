# A dispute stops the contested invoice and no other.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 200.00 EUR due 2026-03-13
2026-03-12  dispute  INV-1 "Two boxes were missing"
2026-03-16  night
            expect   INV-1 hold "INV-1 is disputed since Thu 12 Mar."
            expect   INV-2 send
            expect   mail acme inquiry "INV-2"
            expect   level acme stopped "INV-1 is disputed since Thu 12 Mar."
2026-03-17  end dispute INV-1
            expect   INV-1 hold "Last contact on Mon 16 Mar; the next not before Thu 19 Mar."
            expect   worklist ""
2026-03-19  night
            expect   mail acme inquiry "INV-1"
