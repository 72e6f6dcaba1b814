-- What is owed: how it stands on the day, how it stood a month before, and what happened between.
,
stands as (
  select k.currency, p.on_day,
         coalesce(sum(o.amount), 0) as open,
         coalesce(sum(o.amount) filter (where o.due_on >= p.on_day), 0) as not_due,
         coalesce(sum(o.amount) filter (where p.on_day - o.due_on between 1 and 30), 0) as to_30,
         coalesce(sum(o.amount) filter (where p.on_day - o.due_on between 31 and 60), 0) as to_60,
         coalesce(sum(o.amount) filter (where p.on_day - o.due_on between 61 and 90), 0) as to_90,
         coalesce(sum(o.amount) filter (where p.on_day - o.due_on > 90), 0) as more
  from kind k
  cross join point p
  left join open o on o.currency = k.currency and o.on_day = p.on_day
  group by k.currency, p.on_day
),
flow as (
  select k.currency,
         coalesce((
           select sum(b.amount)
           from bill b
           where b.currency = k.currency and b.is_sale and b.issued_on > g.month_ago and b.issued_on <= g.day), 0) as billed,
         coalesce((
           select sum(s.amount)
           from settled s
           join bill b on b.id = s.id
           where b.currency = k.currency and s.is_money and s.on_day > g.month_ago and s.on_day <= g.day), 0) as collected,
         coalesce((
           select sum(s.amount)
           from settled s
           join bill b on b.id = s.id
           where b.currency = k.currency and s.is_loss and s.on_day > g.month_ago and s.on_day <= g.day), 0) as given_up
  from kind k
  cross join given g
)
select v.metric, f.currency, v.value
from flow f
cross join given g
join stands n on n.currency = f.currency and n.on_day = g.day
join stands b on b.currency = f.currency and b.on_day = g.month_ago
cross join lateral (values
  ('receivables', n.open),
  ('overdue', n.open - n.not_due),
  ('overdue-share', round((n.open - n.not_due) * 100.0 / nullif(n.open, 0), 1)),
  ('billed', f.billed),
  ('collected', f.collected),
  ('written-off', f.given_up),
  ('roll-not-due', round(n.to_30 * 100.0 / nullif(b.not_due, 0), 1)),
  ('roll-30', round(n.to_60 * 100.0 / nullif(b.to_30, 0), 1)),
  ('roll-60', round(n.to_90 * 100.0 / nullif(b.to_60, 0), 1)),
  ('roll-90', round(n.more * 100.0 / nullif(b.to_90, 0), 1))
) v (metric, value)
