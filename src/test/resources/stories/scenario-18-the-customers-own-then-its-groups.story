# The strategy of the customer comes first, then that of its group, then the organisation's (scenario 18).

2026-02-02  customer acme "Acme Ltd" tags "North"
            contact  acme "Ann Acme" email ann@acme.example
            strategy "Six stages" for everybody "As ever"
            strategy "Gentle" for tag "north" "They go far back"
            strategy "Quick" for customer acme "They asked to hear at once"
            invoice  INV-1 acme 100.00 EUR due 2026-03-02
2026-03-03  night
            expect   INV-1 send "Inquiry on Tue 3 Mar, 1 day after the due date." stage 4
2026-03-04  invoice  INV-2 acme 100.00 EUR issued 2026-02-02 due 2026-03-02
            expect   INV-2 hold
            no-strategy for customer acme
            expect   INV-1 wait
            no-strategy for tag "north"
2026-03-09  night
            expect   INV-1 call "Inquiry call on Mon 9 Mar, 7 days after the due date." stage 4
