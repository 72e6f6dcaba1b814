-- What comes in each week, by currency: the sum of amount × chance over all open invoices, and the band of eight in ten cases.
-- The band: 1.2816 standard deviations; each invoice comes or not (p × (1 − p)), and all are off together by the shared error.
insert into receipts_forecast (made_on, currency, week_on, low, expected, high)
select cast(:madeOn as date), w.currency, cast(:weekOn as date) + 7 * (w.week - 1),
       least(w.expected, greatest(0, round(w.expected - w.spread)))::bigint, w.expected,
       greatest(w.expected, round(w.expected + w.spread))::bigint
from (
  select o.currency, c.week::int as week,
         sum(round(o.open_amount::numeric * c.chance / 10000))::bigint as expected,
         1.2816 * sqrt(sum(o.open_amount::numeric ^ 2 * c.chance * (10000 - c.chance) / 1e8)
                       + (sum(o.open_amount::numeric * c.chance / 10000) * :shared / 100) ^ 2) as spread
  from pay_outlook o
  cross join unnest(o.chances) with ordinality c (chance, week)
  group by o.currency, c.week
) w
