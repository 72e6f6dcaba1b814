# After three missed nights each customer hears once, by the most advanced step only.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
2026-03-04  night
            expect   INV-1 wait "Delivery check follows on Thu 5 Mar"
# The house is dark on the nights of Thu 5, Fri 6 and Sat 7: a delivery check and a friendly reminder come due.
2026-03-09  night
            expect   INV-1 send "Friendly reminder on Fri 6 Mar, 7 days before the due date." stage 3
            expect   messages 1
2026-03-10  night
            expect   silent
2026-03-11  night
            expect   silent
2026-03-12  night
            expect   INV-1 send "Second friendly reminder" stage 3
            expect   mailbox 2
