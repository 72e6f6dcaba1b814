-- How did the kept book stand at the end of each of these days, in each currency? The last row up to the day says it.
select p.on_day as point, d.*
from unnest(cast(:points as date[])) p (on_day)
cross join (select distinct k.currency from book_day k) c
cross join lateral (
  select k.*
  from book_day k
  where k.currency = c.currency and k.on_day <= p.on_day
  order by k.on_day desc
  limit 1
) d
