# A promise stops the ladder and comes back on its day.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 500.00 EUR due 2026-03-13
2026-03-16  night
            expect   INV-1 send "Inquiry"
2026-03-20  expect   INV-1 call "Inquiry call"
            call     acme promised "Ann pays with the next run." expects 500.00 EUR on 2026-04-02 because forgot
            expect   INV-1 hold "A promise of 500.00 EUR runs until Fri 3 Apr." next 2026-04-04
            expect   worklist ""
2026-03-30  night
            expect   INV-1 hold "A promise"
            expect   silent
2026-04-02  expect   level acme deadline "500.00 EUR promised for Thu 2 Apr"
            night
            expect   silent
2026-04-07  expect   promise acme broken
            expect   level acme broken_promise "500.00 EUR promised for Thu 2 Apr did not arrive."
            night
            expect   INV-1 send "Second firm reminder on Tue 7 Apr" stage 5
