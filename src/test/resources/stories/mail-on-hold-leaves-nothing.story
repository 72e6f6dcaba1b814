# While an organisation's mail is on hold nothing is written or leaves, and the reason says so.

2026-03-02  setting  mail hold
            customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-16  night
            expect   INV-1 hold "on hold"
            expect   messages 0
2026-03-17  setting  mail sink
            night
            expect   mail acme inquiry "INV-1"
            expect   mailbox 1
