-- What do these customers and all below each of them owe or will, per currency, and what is the limit?
with recursive roll (top, id, depth) as (
  select c.id, c.id, 0 from customer c where c.id = any(:ids)
  union all
  select r.top, c.id, r.depth + 1
  from roll r
  join customer c on c.org_id = (select current_org()) and c.parent_id = r.id and c.voided_at is null
  where r.depth < 20
),
debt as (
  select i.customer_id, i.currency, sum(i.open_amount) as open,
         sum(i.open_amount) filter (where i.due_on < cast(:today as date) - cast(:days as int)) as overdue,
         0 as unbilled, 0 as ordered
  from open_invoice(:today) i
  where i.customer_id = any(array(select r.id from roll r))
  group by i.customer_id, i.currency
),
commitment as (
  select distinct on (m.customer_id, m.kind, m.currency, m.source) m.customer_id, m.kind, m.currency, m.amount
  from customer_commitment m
  where m.as_of <= :today and m.customer_id = any(array(select r.id from roll r))
  order by m.customer_id, m.kind, m.currency, m.source, m.as_of desc, m.id desc
),
figure as (
  select * from debt
  union all
  select customer_id, currency, 0, 0,
         sum(amount) filter (where kind = 'unbilled'), sum(amount) filter (where kind = 'ordered')
  from commitment
  group by customer_id, currency
),
summed as (
  select r.top as customer_id, f.currency, sum(f.open) as open, sum(f.overdue) as overdue, sum(f.unbilled) as unbilled,
         sum(f.ordered) as ordered
  from roll r
  join figure f on f.customer_id = r.id
  group by r.top, f.currency
),
limited as (
  select distinct on (l.customer_id, l.currency) l.customer_id, l.currency, l.amount
  from credit_limit l
  where l.from_on <= :today and l.customer_id = any(:ids)
  order by l.customer_id, l.currency, l.from_on desc, l.id desc
)
select coalesce(s.customer_id, l.customer_id) as customer_id, coalesce(s.currency, l.currency) as currency,
       l.amount as limit_amount,
       cast(coalesce(s.open, 0) as bigint) as open, cast(coalesce(s.overdue, 0) as bigint) as overdue,
       cast(coalesce(s.unbilled, 0) as bigint) as unbilled, cast(coalesce(s.ordered, 0) as bigint) as ordered
from summed s
full join limited l on l.customer_id = s.customer_id and l.currency = s.currency
where l.amount is not null or s.open > 0 or s.unbilled > 0 or s.ordered > 0
order by 1, 2
