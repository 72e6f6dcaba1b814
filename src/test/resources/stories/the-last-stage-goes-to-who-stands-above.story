# Reminders go to who handles invoices; the final notice goes to the contact for escalations.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            contact  acme "Ceci Acme" email ceci@acme.example role cfo
            contact  acme "Esther Acme" email esther@acme.example role escalation
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
2026-03-16  night
            expect   words acme "Ann Acme"
2026-03-20  call     acme no_answer ""
2026-03-30  night
            expect   words acme "Ann Acme"
2026-04-09  night
            expect   mail acme firm-again "INV-1"
2026-04-22  call     acme no_answer ""
2026-04-27  approve  acme
            night
            expect   mail acme final-notice "INV-1"
            expect   words acme "Esther Acme"
