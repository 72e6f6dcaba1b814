# Twenty-five days late without any letter, the inquiry comes first, not the firm reminder (scenario 11).
# The peer has levels 10/20/30 and runs each by itself; our ladder picks the step: the most advanced one of the next stage.

2026-02-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-02-13
2026-03-10  night
            expect   INV-1 send "Inquiry" stage 4 next 2026-03-13
            expect   mail acme inquiry "INV-1"
2026-03-16  night
            expect   INV-1 call "Inquiry call" stage 4
            expect   silent
2026-03-17  night
            expect   INV-1 send "Second firm reminder" stage 5
            expect   mail acme firm-again "INV-1"
            expect   messages 2
