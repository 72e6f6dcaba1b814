# Of an invoice in instalments a letter asks for what is due, not for the whole.

2026-01-05  terms    "Halves" "50 % after 30 days, 50 % after 90 days"
            customer acme "Acme Ltd" terms "Halves"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR
            night    until 2026-01-27
2026-01-28  night
            expect   words acme "500.00"
            expect   open INV-1 1000.00 EUR
