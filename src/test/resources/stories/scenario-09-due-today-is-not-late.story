# An invoice that is due today is not in tonight's run (scenario 9).
# 7 x 23.75 EUR at net 30. The peer's level is 10 days after the due date; no step of ours comes on the day itself.

2026-02-16  customer acme "Acme Ltd" terms "net 30"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 166.25 EUR
            night    until 2026-03-17
2026-03-18  expect   open INV-1 166.25 EUR
            night
            expect   INV-1 wait "Inquiry follows on Mon 23 Mar" next 2026-03-23
            expect   silent
