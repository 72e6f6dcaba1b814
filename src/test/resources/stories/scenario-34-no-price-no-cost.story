# Twenty days late under terms that set no price: the letter asks for the invoice and nothing else (scenario 34).

2026-01-01  terms    "Plain" "net 30"
            customer acme "Acme Ltd" terms "Plain"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-34 acme 100.00 EUR
            night    until 2026-02-20
2026-02-21  expect   open INV-34 100.00 EUR
            expect   unknown INV-34/I1
            expect   unknown INV-34/F1
