# A dispute about a part stops only that part: the rest is asked for, and all of it once the dispute is settled.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            invoice  INV-2 acme 200.00 EUR due 2026-03-13
2026-03-12  dispute  INV-1 "Two boxes were missing" part 250.00 EUR
            dispute  INV-2 "All of it was broken" part 200.00 EUR
2026-03-16  night
            expect   INV-1 send
            expect   INV-2 hold "INV-2 is disputed since Thu 12 Mar."
            expect   mail acme inquiry "INV-1"
2026-03-17  end dispute INV-1
            expect   INV-1 wait
2026-03-30  night
            expect   mail acme firm "INV-1"
