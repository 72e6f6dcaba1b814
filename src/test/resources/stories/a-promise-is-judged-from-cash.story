# A promise is kept, partly kept or broken by the money that came, not by what anybody says.

2026-03-02  customer kim "Kim Keeps"
            contact  kim "Kim" email kim@kim.example
            customer pat "Pat Partly"
            contact  pat "Pat" email pat@pat.example
            customer bo  "Bo Breaks"
            contact  bo  "Bo" email bo@bo.example
            customer lee "Lee Later"
            contact  lee "Lee" email lee@lee.example
            invoice  K-1 kim 300.00 EUR due 2026-03-09
            invoice  P-1 pat 300.00 EUR due 2026-03-09
            invoice  B-1 bo  300.00 EUR due 2026-03-09
            invoice  L-1 lee 300.00 EUR due 2026-03-09
2026-03-16  promise  kim 300.00 EUR due 2026-03-20
            promise  pat 300.00 EUR due 2026-03-20 for P-1
            promise  bo  300.00 EUR due 2026-03-20
            promise  lee 300.00 EUR due 2026-03-20
2026-03-19  payment  K-1 300.00 EUR
            expect   promise kim kept
            payment  P-1 120.00 EUR
            expect   promise pat open
2026-03-21  payment  lee 300.00 EUR
            night
            expect   promise lee kept
            expect   L-1 hold "Open credit of 300.00 EUR covers"
            expect   promise pat open
            expect   promise bo open
2026-03-22  night
            expect   promise pat partly_kept
            expect   promise bo broken
            expect   worklist "bo, pat"
            expect   level bo broken_promise "300.00 EUR promised for Fri 20 Mar did not arrive."
2026-03-23  call     bo says_paid "Says it left on Saturday." expects-nothing "He looks it up."
            expect   worklist "pat"
            night
