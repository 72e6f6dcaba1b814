-- Which rows of Today's list differ from what is open? Currency by currency.
with told as (
  select s.customer_id, s.currency, s.open_amount
  from customer_standing s
  union all
  select s.customer_id, cast(o.currency as char(3)), o.open
  from customer_standing s
  cross join jsonb_to_recordset(s.others) as o (currency text, open bigint)
),
owed as (
  select i.customer_id, i.currency, sum(i.open_amount) as open_amount
  from open_invoice(:asOf) i
  group by i.customer_id, i.currency
)
select c.number as name,
       'the list says ' || coalesce(t.open_amount, 0) || ' ' || coalesce(t.currency, o.currency) || ', ' || coalesce(o.open_amount, 0)
         || ' are open' as detail,
       '/customers/' || c.id as url
from told t
full join owed o on o.customer_id = t.customer_id and o.currency = t.currency
join customer c on c.id = coalesce(t.customer_id, o.customer_id)
where t.open_amount is distinct from o.open_amount
order by c.number
