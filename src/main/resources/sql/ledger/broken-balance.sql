-- I04: in which currencies does the total of the open items of a day differ from what was invoiced less what was settled?
with fact as (
  select i.currency, i.amount
  from invoice i
  where i.voided_at is null and i.issued_on <= :asOf
  union all
  select i.currency, -a.amount
  from allocation a
  join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
  where i.voided_at is null and i.issued_on <= :asOf and a.effective_on <= :asOf
),
balance as (
  select f.currency, sum(f.amount) as amount from fact f group by f.currency
),
open_item as (
  select o.currency, sum(o.open_amount) as amount from open_invoice(:asOf) o group by o.currency
)
select 'balance in ' || b.currency as name,
       'the open items sum to ' || coalesce(o.amount, 0) || ', the facts to ' || b.amount || ' as of ' || cast(:asOf as date) as detail
from balance b
left join open_item o on o.currency = b.currency
where coalesce(o.amount, 0) <> b.amount
