# What subsidiaries owe stands in their parent's one letter, each by its name, and they themselves hear nothing.

2026-03-02  customer acme "Acme Group"
            contact  acme "Ann Acme" email ann@acme.example
            mode     acme letters parent
            customer nord "Acme Nord GmbH" parent acme
            contact  nord "Nils Nord" email nils@nord.example
            customer sued "Acme Sued GmbH" parent acme
            customer solo "Acme Solo Ltd" parent acme
            contact  solo "Sue Solo" email sue@solo.example
            mode     solo letters self
            invoice  INV-1 acme 100.00 EUR due 2026-03-13
            invoice  INV-2 nord 200.00 EUR due 2026-03-13
            invoice  INV-3 sued 50.00 USD due 2026-03-13
            invoice  INV-4 solo 70.00 EUR due 2026-03-13
2026-03-16  night    cut-short
            expect   messages 2
            night
            expect   mail acme inquiry "INV-1, INV-2, INV-3"
            expect   mail solo inquiry "INV-4"
            expect   messages 2
            expect   words acme "Acme Nord GmbH (nord)"
            expect   words acme "Total: 300.00 EUR and 50.00 USD"
            night
            expect   messages 2
2026-03-17  night
            expect   silent
            expect   INV-2 wait "Inquiry call follows on Fri 20 Mar"
