# A night that runs twice, and mail that is delivered twice, reach everybody once.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            customer beta "Beta GmbH" language de
            contact  beta "Bert Beta" email bert@beta.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            invoice  INV-2 beta 80.00 EUR due 2026-03-13
2026-03-16  night    cut-short
            night    cut-short
            expect   messages 2
            expect   mailbox 0
            deliver
            deliver
            expect   mailbox 2
            expect   words beta "80,00"
            night
            night
            expect   messages 2
            expect   mailbox 2
2026-03-17  night
            expect   INV-1 wait "Inquiry call follows on Fri 20 Mar"
            expect   silent
            expect   mailbox 2
