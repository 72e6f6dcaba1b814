# In manual mode nothing runs by itself: a person sees it and decides.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            mode     acme manual
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-16  expect   level acme stopped "The customer is in manual mode: a person decides."
            night
            expect   INV-1 hold "manual mode"
            expect   silent
2026-03-17  mode     acme automatic
            expect   INV-1 send
            night    cut-short
            expect   mail acme inquiry "INV-1"
            mode     acme manual
            night
            expect   withdrawn acme "set to manual"
            expect   mailbox 0
2026-03-18  night
            expect   INV-1 hold "manual mode"
