# Two overdue invoices of one customer stand in one letter, each with its own amount (scenario 39).

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 300.00 EUR due 2026-03-13
2026-03-16  night
            expect   mail acme inquiry "INV-1, INV-2"
            expect   words acme "100.00"
            expect   words acme "300.00"
            expect   words acme "400.00"
            expect   mailbox 1
