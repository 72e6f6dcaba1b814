# While a payment plan is on track nothing is sent about its invoices; a missed line is a task, and after its grace the ladder goes on.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 900.00 EUR due 2026-03-13
            invoice  INV-2 acme 100.00 EUR due 2026-03-13
2026-03-15  plan     INV-1 on 2026-03-20 300.00 EUR on 2026-04-20 300.00 EUR on 2026-05-20 300.00 EUR
2026-03-16  night
            expect   INV-1 hold "A payment plan is on track; the next 300.00 EUR are due on Fri 20 Mar."
            expect   mail acme inquiry "INV-2"
2026-03-19  payment  INV-1 300.00 EUR
            payment  INV-2 100.00 EUR
            expect   INV-1 hold "A payment plan is on track; the next 300.00 EUR are due on Mon 20 Apr."
2026-04-20  night
            expect   INV-1 hold "A payment plan is on track; the next 300.00 EUR are due on Mon 20 Apr."
2026-04-21  night
            expect   INV-1 hold "The plan is behind: 300.00 EUR were due Mon 20 Apr, in grace until Tue 21 Apr."
            expect   level acme deadline "300.00 EUR of the payment plan were due on Mon 20 Apr and did not arrive."
2026-04-22  night
            expect   INV-1 send
            expect   level acme broken_promise "The payment plan for INV-1 was broken on Wed 22 Apr."
