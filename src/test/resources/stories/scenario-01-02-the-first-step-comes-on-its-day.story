# Nothing before the first step, then one message for the unpaid invoice only (scenarios 1 and 2).
# The peer's first level is 5 days after the due date, ours, the inquiry, 3 days: its days 4 and 5 are our days 2 and 3.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-16
            invoice  INV-2 acme 100.00 EUR due 2026-03-16
2026-03-16  payment  INV-1 100.00 EUR
2026-03-18  night
            expect   INV-2 wait "Inquiry follows on Thu 19 Mar" next 2026-03-19
            expect   messages 0
2026-03-19  night
            expect   INV-2 send stage 4
            expect   mail acme inquiry "INV-2"
            expect   messages 1
            expect   paid INV-1
