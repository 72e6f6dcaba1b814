# A credit note kept on its own leaves the invoice open and stops its reminders (scenario 42).
# The peer shows two rows, 60 and -100; so do we, and we do not ask for what we owe back.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-05  payment  INV-1 40.00 EUR
            credit-note CN-1 acme 100.00 EUR
            expect   open INV-1 60.00 EUR
            expect   credit acme 100.00 EUR
2026-03-16  night
            expect   INV-1 hold "Open credit of 60.00 EUR covers the 60.00 EUR open."
            expect   silent
2026-03-17  apply    CN-1 INV-1 60.00 EUR
            expect   paid INV-1
            expect   credit acme 40.00 EUR
            night
            expect   silent
