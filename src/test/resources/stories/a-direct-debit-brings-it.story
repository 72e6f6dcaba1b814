# A direct debit is waited for: on its day, and some days after it.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            invoice  INV-2 acme 50.00 EUR due 2026-03-13
2026-03-13  condition INV-1 direct_debit "mandate 7" debit 2026-03-17
2026-03-16  night
            expect   INV-1 hold "A direct debit on Tue 17 Mar brings it; missed after Fri 20 Mar." next 2026-03-21
            expect   mail acme inquiry "INV-2"
2026-03-20  night
            expect   INV-1 hold
2026-03-23  night
            expect   mail acme inquiry "INV-1"
