-- What had become of each month's billing at the end of each of these days, in each currency? From the first month that is kept, and
-- not before :earliest; each answer is one step into the index.
select p.on_day as point, d.*
from (select distinct k.currency from book_day k) c
cross join lateral (
  select k.billed_month
  from book_month k
  where k.currency = c.currency and k.billed_month >= :earliest
  order by k.billed_month
  limit 1
) f
cross join unnest(cast(:points as date[])) p (on_day)
cross join lateral generate_series(f.billed_month::timestamp, p.on_day::timestamp, interval '1 month') m (month)
cross join lateral (
  select k.*
  from book_month k
  where k.currency = c.currency and k.billed_month = m.month::date and k.on_day <= p.on_day
  order by k.on_day desc
  limit 1
) d
