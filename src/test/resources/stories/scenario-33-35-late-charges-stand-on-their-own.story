# Interest and a fee land on receivables of their own; the invoice keeps its amount (scenarios 33 and 35).
# 100.00 EUR, 15 days late, 10 % a year simple on 365: interest 0.41, fee 10.00, in all 110.41. Level 0 costs nothing (34).

2026-01-01  terms    "Late" "net 30" per-year 10 fees "1: 10.00"
            customer acme "Acme Ltd" terms "Late"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-7 acme 100.00 EUR
            night    until 2026-02-14
2026-02-15  expect   open INV-7 100.00 EUR
            claim    INV-7 interest
            claim    INV-7 stage-1
            expect   open INV-7 100.00 EUR
            expect   open INV-7/I1 0.41 EUR
            expect   open INV-7/F1 10.00 EUR
