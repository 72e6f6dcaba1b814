# A step by portal notice leaves nothing in a mailbox; it counts lightly, and a weightier step takes it along.

2026-02-11  strategy "By notice" "Inquiry" by portal
            customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
2026-03-16  night
            expect   INV-1 send
            expect   mail acme inquiry "INV-1"
            expect   words acme "1,000.00 EUR"
            expect   mailbox 0
            expect   messages 1
2026-03-16  night
            expect   messages 1
2026-03-17  payment  INV-1 1000.00 EUR
            night
            expect   silent
