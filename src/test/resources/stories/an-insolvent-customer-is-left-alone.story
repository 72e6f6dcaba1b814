# Insolvency stops everything, whatever else is so, until somebody lifts it and says why.

2026-02-11  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
2026-03-12  condition acme insolvent "Court of Hamburg, 67 IN 12/26"
2026-03-16  night
            expect   INV-1 hold "Insolvent since Thu 12 Mar; a person decides." next 2026-03-19
            expect   silent
2026-03-17  lift     acme insolvent "The plan was confirmed"
            night
            expect   mail acme inquiry "INV-1"
