# On the recipient's holiday nobody is written to, though it is a working day here.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-14
            place    acme IE Europe/Dublin
2026-03-17  night
            expect   INV-1 hold "Inquiry waits for Wed 18 Mar, the next working day." next 2026-03-18
            expect   silent
2026-03-18  night
            expect   mail acme inquiry "INV-1"
