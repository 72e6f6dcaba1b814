# Two organisations with the same numbers never see each other.

2026-02-11  organisation "Wall North" EUR country DE
            customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            invoice  NORTH-2 acme 10.00 EUR due 2026-03-13
2026-02-11  organisation "Wall South" EUR country DE
            customer acme "Another Acme"
            contact  acme "Bea Acme" email bea@acme.example
            invoice  INV-1 acme 70.00 EUR due 2026-03-13
            expect   unknown NORTH-2
2026-03-16  payment  INV-1 70.00 EUR
            night
            expect   silent
            expect   worklist ""
2026-03-16  organisation "Wall North"
            expect   open INV-1 1000.00 EUR
            promise  acme 5.00 EUR due 2026-03-16
            expect   worklist "acme"
2026-03-18  night
            expect   mail acme inquiry "INV-1, NORTH-2"
            expect   mailbox 1
2026-03-18  organisation "Wall South"
            expect   paid INV-1
            expect   worklist ""
            expect   mailbox 0
            expect   messages 0
