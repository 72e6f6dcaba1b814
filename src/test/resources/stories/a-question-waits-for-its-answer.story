# A question stops what it is about, and only that, until it is answered.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 acme 200.00 EUR due 2026-03-13
2026-03-13  question INV-1 "Which order is this for?"
            expect   INV-1 hold "A question about INV-1 of Fri 13 Mar waits for our answer, due Mon 16 Mar."
2026-03-16  night
            expect   INV-2 send
            expect   mail acme inquiry "INV-2"
            expect   level acme stopped "A question about INV-1 of Fri 13 Mar waits for our answer, due Mon 16 Mar."
2026-03-17  question INV-1 answered "Order 4711 of February."
            expect   INV-1 hold "Last contact on Mon 16 Mar; the next not before Thu 19 Mar."
2026-03-18  question acme "Who is our contact at yours?"
            expect   INV-1 hold "A question about INV-1 of Wed 18 Mar waits for our answer, due Thu 19 Mar."
            expect   INV-2 hold "A question about INV-2 of Wed 18 Mar waits for our answer, due Thu 19 Mar."
