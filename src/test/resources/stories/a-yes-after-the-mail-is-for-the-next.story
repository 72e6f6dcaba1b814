# A yes is used up by the mail that follows it; one given later on the same day is for the next mail.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            mode     acme approve
            customer bee  "Bee Ltd"
            contact  bee  "Ben Bee" email ben@bee.example
            mode     bee  approve
            invoice  A-1 acme 100.00 EUR due 2026-03-13
            invoice  B-1 bee  100.00 EUR due 2026-03-13
2026-03-16  approve  acme
            approve  bee
            night
            expect   mail acme inquiry "A-1"
            expect   mail bee  inquiry "B-1"
            approve  acme
2026-03-17  invoice  A-2 acme 50.00 EUR due 2026-03-17
            invoice  B-2 bee  50.00 EUR due 2026-03-17
2026-03-20  night
            expect   mail acme inquiry "A-2"
            expect   B-2 hold "Inquiry about 50.00 EUR waits for approval."
            expect   mailbox 3
