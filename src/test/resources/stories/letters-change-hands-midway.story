# Letters that change hands between two nights reach the new reader; nobody is written to twice within the quiet days.

2026-03-02  customer acme "Acme Group"
            contact  acme "Ann Acme" email ann@acme.example
            customer nord "Acme Nord GmbH" parent acme
            contact  nord "Nils Nord" email nils@nord.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 nord 200.00 EUR due 2026-03-13
2026-03-16  night
            expect   mail acme inquiry "INV-1"
            expect   mail nord inquiry "INV-2"
2026-03-17  mode     acme letters parent
            invoice  INV-3 nord 30.00 EUR issued 2026-03-02 due 2026-03-13
            expect   INV-3 hold "Last contact on Mon 16 Mar; the next not before Thu 19 Mar."
            night
            expect   silent
2026-03-19  night
            expect   mail acme inquiry "INV-3"
2026-03-20  mode     nord letters self
            invoice  INV-4 nord 40.00 EUR issued 2026-03-02 due 2026-03-13
            night
            expect   mail nord inquiry "INV-4"
