# A dispute of a subsidiary's item keeps it out of the parent's letter; later it waits for the parent's quiet days.

2026-03-02  customer acme "Acme Group"
            contact  acme "Ann Acme" email ann@acme.example
            customer nord "Acme Nord GmbH" parent acme
            mode     nord letters parent
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 nord 200.00 EUR due 2026-03-13
2026-03-12  dispute  INV-2 "Two boxes were missing"
2026-03-16  night
            expect   INV-2 hold "INV-2 is disputed since Thu 12 Mar."
            expect   mail acme inquiry "INV-1"
2026-03-17  end dispute INV-2
            expect   INV-2 hold "Last contact on Mon 16 Mar; the next not before Thu 19 Mar."
2026-03-19  night
            expect   mail acme inquiry "INV-2"
            expect   words acme "Acme Nord GmbH (nord)"
