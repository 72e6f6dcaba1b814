-- How fast it comes in (glossary, section 3): receivables against the sales of three months, and what was paid in one.
,
sum_of as (
  select k.currency,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.day) as open,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.year_ago) as open_then,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.day and o.due_on < g.day) as late,
         (select coalesce(sum(o.amount * (g.day - o.due_on)), 0)
          from open o where o.currency = k.currency and o.on_day = g.day and o.due_on < g.day) as late_days,
         (select coalesce(sum(b.amount), 0) from bill b
          where b.currency = k.currency and b.is_sale and b.issued_on > g.quarter_ago and b.issued_on <= g.day) as quarter,
         (select coalesce(sum(b.amount), 0) from bill b
          where b.currency = k.currency and b.is_sale and b.issued_on > g.year_ago and b.issued_on <= g.day) as year,
         g.day - g.quarter_ago as quarter_days, g.day - g.year_ago as year_days
  from kind k
  cross join given g
),
paid as (
  select k.currency, coalesce(sum(s.amount), 0) as amount,
         coalesce(sum(s.amount * (s.on_day - b.issued_on)), 0) as days,
         coalesce(sum(s.amount * greatest(0, s.on_day - b.due_on)), 0) as late_days
  from kind k
  cross join given g
  left join bill b on b.currency = k.currency
  left join settled s on s.id = b.id and s.is_money and s.on_day > g.month_ago and s.on_day <= g.day
  group by k.currency
),
month as (
  select k.currency, n as back, least(g.day, cast(g.first - make_interval(months => n) + interval '1 month' as date) - 1)
           - cast(g.first - make_interval(months => n) as date) + 1 as days,
         coalesce((
           select sum(b.amount)
           from bill b
           where b.currency = k.currency and b.is_sale and b.issued_on <= g.day
             and date_trunc('month', b.issued_on) = g.first - make_interval(months => n)), 0) as sales
  from kind k
  cross join given g
  cross join generate_series(0, 35) n
),
covered as (
  select m.currency, m.days, m.sales,
         greatest(0, t.open - coalesce(sum(m.sales) over (partition by m.currency order by m.back rows between unbounded preceding and 1 preceding), 0))
           as rest
  from month m
  join sum_of t on t.currency = m.currency
),
counted as (
  select c.currency, sum(case when c.rest = 0 then 0 when c.rest >= c.sales then c.days else c.rest * c.days / c.sales end) as days,
         sum(c.sales) as sales
  from covered c
  group by c.currency
),
aged as (
  select k.currency, coalesce(sum((g.day - o.issued_on) * o.amount / (
    select sum(b.amount)
    from bill b
    where b.currency = o.currency and b.is_sale and b.issued_on <= g.day
      and date_trunc('month', b.issued_on) = date_trunc('month', o.issued_on))), 0) as days
  from kind k
  cross join given g
  left join open o on o.currency = k.currency and o.on_day = g.day and o.is_sale
  group by k.currency
)
select v.metric, t.currency, v.value
from sum_of t
join paid p on p.currency = t.currency
join counted c on c.currency = t.currency
join aged a on a.currency = t.currency
cross join lateral (values
  ('dso', round(t.open * t.quarter_days / nullif(t.quarter, 0), 1)),
  ('dso-countback', case when t.open <= c.sales then round(c.days, 1) end),
  ('dso-true', round(a.days, 1)),
  ('dso-best', round((t.open - t.late) * t.quarter_days / nullif(t.quarter, 0), 1)),
  ('add', round(t.late * t.quarter_days / nullif(t.quarter, 0), 1)),
  ('days-to-pay', round(p.days / nullif(p.amount, 0), 1)),
  ('days-late', round(p.late_days / nullif(p.amount, 0), 1)),
  ('days-late-open', round((p.late_days + t.late_days) / nullif(p.amount + t.late, 0), 1)),
  ('turnover', round(t.year * 2 / nullif(t.open + t.open_then, 0), 2)),
  ('cash-per-day', round(t.year / t.year_days, 0))
) v (metric, value)
