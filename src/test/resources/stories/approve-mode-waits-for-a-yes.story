# In approve mode every mail waits for a yes, and one yes lets one night's mail go.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            mode     acme approve
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-16  night
            expect   INV-1 hold "Inquiry about 100.00 EUR waits for approval."
            expect   level acme stopped "waits for approval"
            expect   silent
2026-03-17  approve  acme
            expect   INV-1 send
            night
            expect   mail acme inquiry "INV-1"
            expect   mailbox 1
2026-03-30  night
            expect   INV-1 hold "Firm reminder about 100.00 EUR waits for approval." stage 5
            expect   silent
            expect   mailbox 1
