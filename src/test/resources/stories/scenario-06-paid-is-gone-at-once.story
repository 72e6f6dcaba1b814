# What is paid is gone at once, and no later night speaks of it (scenario 6).

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-20  expect   worklist ""
            night    cut-short
            expect   INV-1 send stage 4
            payment  INV-1 100.00 EUR
            expect   paid INV-1
            expect   INV-1 wait "paid in full"
            expect   worklist ""
            deliver
            expect   withdrawn acme "INV-1 was paid"
            expect   mailbox 0
            night
2026-05-04  night
            expect   silent
            expect   messages 0
