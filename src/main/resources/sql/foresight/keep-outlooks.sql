-- What was foretold of each invoice takes the place of what was foretold before.
insert into pay_outlook (invoice_id, made_on, currency, open_amount, expected_on, earliest_on, latest_on, late_percent,
                         known, known_late, because, chances)
select s.invoice_id, s.made_on, s.currency, s.open_amount, s.expected_on, s.earliest_on, s.latest_on, s.late_percent,
       s.known, s.known_late, s.because, s.chances
from staged_outlook s
