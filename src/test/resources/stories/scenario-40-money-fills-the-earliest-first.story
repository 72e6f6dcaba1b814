# Money without a purpose fills what is due first, and what is settled drops out (scenario 40).
# The peer splits one invoice of 100 into instalments of 30, 50 and 20; we have an invoice for each.

2026-03-02  customer acme "Acme Ltd"
            contact  acme "Ann Acme" email ann@acme.example
            invoice  PART-1 acme 30.00 EUR due 2026-04-01
            invoice  PART-2 acme 50.00 EUR due 2026-05-01
            invoice  PART-3 acme 20.00 EUR due 2026-05-31
            expect   open PART-1 30.00 EUR
            expect   open PART-2 50.00 EUR
            expect   open PART-3 20.00 EUR
2026-03-10  payment  acme 40.00 EUR oldest-first
            expect   paid PART-1
            expect   open PART-2 40.00 EUR
            expect   open PART-3 20.00 EUR
            night
