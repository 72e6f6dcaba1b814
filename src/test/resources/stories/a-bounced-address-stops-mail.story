# An address that bounced gets no more mail until a working one is there.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-05  bounce   acme ann@acme.example
2026-03-16  night
            expect   INV-1 hold "Mail to ann@acme.example bounced; a working address is needed."
            expect   level acme stopped "bounced"
            expect   silent
2026-03-18  contact  acme "Bill Acme" email bill@acme.example
            expect   INV-1 send
            night
            expect   mail acme inquiry "INV-1"
            expect   words acme "Bill"
            expect   worklist ""

# When the second address bounces too, mail does not go back to the first.
2026-04-01  bounce   acme bill@acme.example
            night
            expect   INV-1 hold "Mail to bill@acme.example bounced; a working address is needed."
            expect   silent
