-- Who owes more than a fifth of all that is open in a currency, where at least five owe anything?
select t.currency, t.customer_id, t.open as stake, t.open, t.whole, t.customers, cast(null as date) as since_on
from (
  select o.currency, o.customer_id, sum(o.open_amount) as open, sum(sum(o.open_amount)) over (partition by o.currency) as whole,
         count(*) over (partition by o.currency) as customers
  from open_invoice(:today) o
  group by o.currency, o.customer_id
) t
where t.customers >= 5 and t.open * 5 > t.whole
