-- What had become of each month's billing at the end of each of these days, in each currency?
select p.on_day as point, d.*
from unnest(cast(:points as date[])) p (on_day)
cross join (select distinct k.currency, k.billed_month from book_month k where k.billed_month >= :earliest) c
cross join lateral (
  select k.*
  from book_month k
  where k.currency = c.currency and k.billed_month = c.billed_month and k.on_day <= p.on_day
  order by k.on_day desc
  limit 1
) d
