# Who pays one second before the mail leaves does not get it.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            invoice  INV-2 acme 50.00 EUR due 2026-03-13
2026-03-16  night    cut-short
            expect   mail acme inquiry "INV-1, INV-2"
            payment  INV-1 1000.00 EUR
            deliver
            expect   withdrawn acme "INV-1 was paid after the message was written."
            expect   messages 0
            expect   mailbox 0
            night
            expect   messages 0
2026-03-17  night
            expect   mail acme inquiry "INV-2"
            expect   mailbox 1
            expect   words acme "50.00"
