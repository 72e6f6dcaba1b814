-- How well it is collected (glossary, section 3).
,
due as (
  select b.currency, b.amount, coalesce((
    select sum(s.amount)
    from settled s
    where s.id = b.id and s.on_day <= b.due_on and not s.is_loss and not s.is_kept_back), 0) as paid
  from bill b
  join given g on b.due_on > g.month_ago and b.due_on <= g.day
  where b.is_sale
),
cohort as (
  select c.first, cast(c.first + interval '3 months' as date) - 1 as until
  from (select cast(g.first - make_interval(months => case when g.is_last then 2 else 3 end) as date) as first from given g) c
),
ripe as (
  select b.currency, date_trunc('month', b.issued_on) as month, sum(b.amount) as billed,
         sum(b.amount - coalesce((
           select sum(s.amount)
           from settled s
           where s.id = b.id and s.on_day <= b.due_on + 90), 0)) as unpaid,
         row_number() over (partition by b.currency order by date_trunc('month', b.issued_on) desc) as place
  from bill b
  join given g on b.issued_on <= g.day
  where b.is_sale
  group by b.currency, date_trunc('month', b.issued_on), g.day
  having max(b.due_on) + 90 <= g.day
),
sum_of as (
  select k.currency,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.month_ago) as opening,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.day) as closing,
         (select coalesce(sum(o.amount), 0) from open o where o.currency = k.currency and o.on_day = g.day and o.due_on >= g.day) as current,
         (select coalesce(sum(b.amount), 0) from bill b
          where b.currency = k.currency and b.is_sale and b.issued_on > g.month_ago and b.issued_on <= g.day) as sales,
         (select coalesce(sum(b.amount), 0) from bill b
          where b.currency = k.currency and b.is_sale and b.issued_on > g.year_ago and b.issued_on <= g.day) as year,
         (select coalesce(sum(s.amount), 0) from settled s join bill b on b.id = s.id
          where b.currency = k.currency and s.is_loss and s.on_day > g.year_ago and s.on_day <= g.day) as given_up,
         (select sum(b.amount) from bill b
          where b.currency = k.currency and b.is_sale and date_trunc('month', b.issued_on) = c.first) as cohort,
         (select coalesce(sum(s.amount), 0) from settled s join bill b on b.id = s.id
          where b.currency = k.currency and b.is_sale and date_trunc('month', b.issued_on) = c.first
            and s.is_money and s.on_day <= c.until) as cohort_paid
  from kind k
  cross join given g
  cross join cohort c
)
select v.metric, t.currency, v.value
from sum_of t
cross join lateral (values
  ('cei', case when t.opening + t.sales > t.current
     then round((t.opening + t.sales - t.closing) * 100.0 / (t.opening + t.sales - t.current), 1) end),
  ('collection-rate', round(t.cohort_paid * 100.0 / t.cohort, 1)),
  ('on-time-amount', (select round(sum(least(d.paid, d.amount)) * 100.0 / sum(d.amount), 1) from due d where d.currency = t.currency)),
  ('on-time-count', (
    select round(count(*) filter (where d.paid >= d.amount) * 100.0 / nullif(count(*), 0), 1) from due d where d.currency = t.currency)),
  ('at-risk', (select round(r.unpaid * 100.0 / r.billed, 1) from ripe r where r.currency = t.currency and r.place = 1)),
  ('write-off-rate', round(t.given_up * 100.0 / nullif(t.year, 0), 1))
) v (metric, value)
