# Paid after it was written, a text message is withdrawn in the moment of leaving, like a mail; so is one whose number is gone.

2026-02-11  strategy "By telephone" "Inquiry" by sms
            customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            place    acme mobile "Ann Acme" +441632960001
            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            customer bolt "Bolt Ltd"
            contact  bolt "Ben Bolt" email ben@bolt.example
            place    bolt mobile "Ben Bolt" +441632960002
            invoice  INV-2 bolt 1000.00 EUR due 2026-03-13
2026-03-16  night cut-short
            payment  INV-1 1000.00 EUR
            place    bolt mobile "Ben Bolt" ""
            night
            expect   withdrawn acme "INV-1 was paid after the message was written."
            expect   withdrawn bolt "+441632960002 is no number of the customer any more."
