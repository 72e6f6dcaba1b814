-- Aging per customer, by hand: what is open in five buckets by days past due, with the name and what is left of credits, in the
-- order a person reads it.
select c.id, c.number, c.name, currency, total, not_due, up_to_30, up_to_60, up_to_90, above_90, coalesce(credit, 0) as credit
from (
  select customer_id, currency,
         sum(open_amount) as total,
         sum(open_amount) filter (where due_on >= :today) as not_due,
         sum(open_amount) filter (where due_on between :today - 30 and :today - 1) as up_to_30,
         sum(open_amount) filter (where due_on between :today - 60 and :today - 31) as up_to_60,
         sum(open_amount) filter (where due_on between :today - 90 and :today - 61) as up_to_90,
         sum(open_amount) filter (where due_on < :today - 90) as above_90
  from open_invoice(:today)
  group by customer_id, currency
) a
full join (
  select customer_id, currency, sum(open_amount) as credit
  from open_credit(:today)
  group by customer_id, currency
) k using (customer_id, currency)
join (
  select id, number, name
  from customer
) c on c.id = customer_id
order by currency, total desc nulls last, c.id
