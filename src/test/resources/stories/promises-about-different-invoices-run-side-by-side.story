# A promise that names an invoice quiets that one only; promises about different invoices run side by side.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 200.00 EUR due 2026-03-13
            invoice  INV-3 acme 300.00 EUR due 2026-03-13
2026-03-14  promise  acme 100.00 EUR due 2026-03-18 for INV-1
            promise  acme 200.00 EUR due 2026-03-23 for INV-2
2026-03-16  night
            expect   INV-1 hold "A promise of 100.00 EUR runs until Thu 19 Mar."
            expect   INV-2 hold "A promise of 200.00 EUR runs until Tue 24 Mar."
            expect   mail acme inquiry "INV-3"
2026-03-18  expect   level acme deadline "100.00 EUR promised for Wed 18 Mar; nothing is sent while it is awaited."
            payment  INV-1 100.00 EUR
            expect   INV-2 hold "A promise of 200.00 EUR runs until Tue 24 Mar."
2026-03-19  promise  acme 150.00 EUR due 2026-03-26 for INV-2
            expect   INV-2 hold "A promise of 150.00 EUR runs until Fri 27 Mar."
            expect   promise acme open
2026-03-20  promise  acme 500.00 EUR due 2026-03-30
            expect   INV-2 hold "A promise of 500.00 EUR runs until Tue 31 Mar."
            expect   INV-3 hold "A promise of 500.00 EUR runs until Tue 31 Mar."
