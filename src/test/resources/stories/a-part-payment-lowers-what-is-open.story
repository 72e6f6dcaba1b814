# A part payment lowers what is open and does not stop the ladder.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
2026-03-16  night
            expect   INV-1 send "Inquiry on Mon 16 Mar, 3 days after the due date." stage 4
            expect   mail acme inquiry "INV-1"
            expect   words acme "1,000.00"
2026-03-18  payment  INV-1 400.00 EUR
            expect   open INV-1 600.00 EUR
2026-03-20  night
            expect   INV-1 call "Inquiry call on Fri 20 Mar" stage 4
            expect   silent
2026-03-30  night
            expect   INV-1 send "Firm reminder on Mon 30 Mar" stage 5
            expect   words acme "600.00"
2026-03-31  payment  INV-1 600.00 EUR
            expect   paid INV-1
            night
            expect   silent
            expect   worklist ""
