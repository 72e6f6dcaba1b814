-- Of the customers who had ordered before the period, which ordered in it a product that they never had?
with bought as (
  select o.customer_id, l.product_id, min(o.ordered_on) as first_on
  from sales_order o
  join order_line l on l.org_id = o.org_id and l.order_id = o.id
  where l.product_id is not null and o.ordered_on <= :toOn
  group by o.customer_id, l.product_id
)
select cast(:toOn as date) as on_day, b.customer_id, cast(null as text) as currency,
       case when max(b.first_on) >= :fromOn then 1 else 0 end as part, 1 as whole, cast(null as int) as stage,
       'first ordered on ' || min(b.first_on) as label, '/customers/' || b.customer_id as url
from bought b
group by b.customer_id
having min(b.first_on) < :fromOn
