# The final notice never leaves without a yes, and the agency is only proposed after its deadline.

2026-01-05  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 900.00 EUR due 2026-01-09
2026-01-12  night    until 2026-01-15
2026-01-16  expect   INV-1 call "Inquiry call on Fri 16 Jan"
            night    until 2026-02-17
2026-02-18  night
            expect   INV-1 call "Manager call on Wed 18 Feb" stage 6
2026-02-20  night
            expect   INV-1 hold "Final notice about 900.00 EUR waits for approval." stage 6
            expect   silent
2026-02-23  approve  acme
            night
            expect   mail acme final-notice "INV-1"
            expect   words acme "5 March 2026"
2026-03-05  night
            expect   INV-1 wait
            expect   silent
2026-03-06  night
            expect   INV-1 call "the deadline of the final notice was Thu 5 Mar" stage 6
            expect   silent
