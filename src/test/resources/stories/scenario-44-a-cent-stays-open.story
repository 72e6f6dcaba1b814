# A cent that is missing stays open, and the tolerance alone decides whether it is chased (scenario 44).

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
2026-03-05  payment  INV-1 99.99 EUR
            expect   open INV-1 0.01 EUR
2026-03-16  expect   INV-1 send "Inquiry"
            setting  tolerance 5.00
2026-03-17  night
            expect   INV-1 hold "0.01 EUR open is within the tolerance of 5.00 EUR."
            expect   open INV-1 0.01 EUR
            expect   silent
            expect   worklist ""
