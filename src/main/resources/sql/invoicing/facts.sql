-- What does a look at an invoice need to know of each of these customers?
select c.id,
  (select count(*) from contact k
   where k.org_id = c.org_id and k.customer_id = c.id and k.email is not null and k.voided_at is null) as recipients,
  exists (select from order_demand o where o.org_id = c.org_id and o.customer_id = c.id) as demands_order
from customer c
where c.id = any(:customers)
