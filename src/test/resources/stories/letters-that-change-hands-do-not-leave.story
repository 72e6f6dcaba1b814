# Letters that change hands after they were written do not leave; the night writes anew to the right people.

2026-03-02  customer acme "Acme Group"
            contact  acme "Ann Acme" email ann@acme.example
            customer nord "Acme Nord GmbH" parent acme
            contact  nord "Nils Nord" email nils@nord.example
            mode     nord letters parent
            invoice  INV-1 nord 200.00 EUR due 2026-03-13
2026-03-16  night    cut-short
            mode     nord letters self
            deliver
            expect   withdrawn acme "go to somebody else"
            expect   silent
            night
            expect   mail nord inquiry "INV-1"
2026-03-17  night
            expect   silent
