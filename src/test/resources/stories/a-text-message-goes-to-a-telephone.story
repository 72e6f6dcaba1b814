# A step by SMS goes to the number of a contact, once, as a contact that counts; the last look asks for it too.

2026-02-11  strategy "By telephone" "Inquiry" by sms
            customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            customer none "None Ltd"
            contact  none "Nina None" email nina@none.example
            invoice  INV-2 none 10.00 EUR due 2026-03-13
            place    acme mobile "Ann Acme" "+44 1632 960001"
2026-03-16  night
            expect   INV-1 send
            expect   mail acme inquiry "INV-1"
            expect   words acme "1,000.00 EUR"
            expect   INV-2 hold "No contact of the customer has a number for text messages."
            expect   mailbox 0
2026-03-16  night
            expect   messages 1
2026-03-17  invoice  INV-3 acme 20.00 EUR issued 2026-02-11 due 2026-03-14
            night
            expect   INV-3 hold "Last contact on Mon 16 Mar; the next not before Thu 19 Mar."
2026-03-18  opt-out  acme sms "Ann, by phone" only "Ann Acme"
2026-03-20  night
            expect   INV-3 hold "ann@acme.example wants no text messages since Wed 18 Mar; choose another way."
            expect   messages 1
