-- What became of what was billed in each month, as running totals at the end of each day on which they changed, up to :lastOn, as
-- known at a moment; of all customers, or of some? Sales only: opening balances, interest, fees and chargebacks are not billed.
with bill as materialized (
  select v.invoice_id as id, v.issued_on, v.due_on, v.currency, v.amount, cast(date_trunc('month', v.issued_on) as date) as month
  from invoice_version v
  where v.known_from <= :knownAt and v.known_until > :knownAt and v.issued_on <= :lastOn and v.kind = 'invoice'
    and (cast(:customers as bigint[]) is null or v.customer_id = any (cast(:customers as bigint[])))
),
settled as materialized (
  select b.id, greatest(a.effective_on, b.issued_on) as on_day, sum(a.amount) as amount,
         coalesce(sum(a.amount) filter (where a.payment_id is not null), 0) as collected
  from bill b
  join allocation a on a.org_id = (select current_org()) and a.invoice_id = b.id
  where a.recorded_at <= :knownAt and a.effective_on <= :lastOn
  group by b.id, greatest(a.effective_on, b.issued_on)
),
change as (
  select b.currency, b.month, b.issued_on as on_day, b.amount as billed, b.amount * (b.issued_on - b.month) as billed_days,
         0 as settled, 0 as settled_days, 0 as collected, 0 as matured, 0 as at_risk
  from bill b
  union all
  select b.currency, b.month, s.on_day, 0, 0, s.amount, s.amount * (b.issued_on - b.month), s.collected, 0, 0
  from settled s
  join bill b on b.id = s.id
  union all
  select b.currency, b.month, b.due_on + 90, 0, 0, 0, 0, 0, b.amount, b.amount - coalesce(sum(s.amount), 0)
  from bill b
  left join settled s on s.id = b.id and s.on_day <= b.due_on + 90
  where b.due_on + 90 <= :lastOn
  group by b.id, b.currency, b.month, b.due_on, b.amount
),
day as (
  select c.currency, c.month, c.on_day, sum(c.billed) as billed, sum(c.billed_days) as billed_days, sum(c.settled) as settled,
         sum(c.settled_days) as settled_days, sum(c.collected) as collected, sum(c.matured) as matured, sum(c.at_risk) as at_risk
  from change c
  group by c.currency, c.month, c.on_day
)
select d.currency, d.month as billed_month, d.on_day,
       sum(d.billed) over upto as billed,
       sum(d.billed_days) over upto as billed_days,
       sum(d.settled) over upto as settled,
       sum(d.settled_days) over upto as settled_days,
       sum(d.collected) over upto as collected,
       sum(d.matured) over upto as matured,
       sum(d.at_risk) over upto as at_risk
from day d
window upto as (partition by d.currency, d.month order by d.on_day)
