# A grace date on an item is the last day on which it is left in peace (scenario 15).
# The peer's grace date is our hold on the invoice; the run date is Wed 1 February 2012.

2012-01-16  customer none   "No Grace"
            contact  none   "Nil" email n@none.example
            customer before "Grace Before"
            contact  before "Bea" email b@before.example
            customer same   "Grace Same Day"
            contact  same   "Sam" email s@same.example
            customer after  "Grace After"
            contact  after  "Art" email a@after.example
            invoice  I-NONE   none   10.00 EUR due 2012-01-29
            invoice  I-BEFORE before 10.00 EUR due 2012-01-29
            invoice  I-SAME   same   10.00 EUR due 2012-01-29
            invoice  I-AFTER  after  10.00 EUR due 2012-01-29
2012-01-30  hold     I-BEFORE until 2012-01-31 "grace"
            hold     I-SAME   until 2012-02-01 "grace"
            hold     I-AFTER  until 2012-02-02 "grace"
2012-02-01  night
            expect   I-NONE   send
            expect   I-BEFORE send
            expect   I-SAME   hold "I-SAME is on hold until Wed 1 Feb: grace." next 2012-02-02
            expect   I-AFTER  hold next 2012-02-03
            expect   messages 2
2012-02-02  night
            expect   I-SAME   send
