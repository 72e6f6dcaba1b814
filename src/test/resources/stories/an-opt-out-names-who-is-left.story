# Whoever wants no mail gets none; a colleague does, and when nobody is left a person is needed.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            contact  acme "Bob Acme" email bob@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            opt-out  acme mail "Ann, by phone" only "Ann Acme"
2026-03-16  night
            expect   mail acme inquiry "INV-1"
            expect   words acme "Bob Acme"
2026-03-17  opt-out  acme mail "their office"
2026-03-27  invoice  INV-2 acme 10.00 EUR issued 2026-02-20 due 2026-03-24
            expect   INV-2 hold "The customer wants no e-mail since Tue 17 Mar; choose another way."
            expect   level acme stopped
