-- Aging per customer, by hand: what is open in five buckets by days past due.
select customer_id, currency,
       sum(open_amount) filter (where due_on >= :today) as not_due,
       sum(open_amount) filter (where due_on between :today - 30 and :today - 1) as up_to_30,
       sum(open_amount) filter (where due_on between :today - 60 and :today - 31) as up_to_60,
       sum(open_amount) filter (where due_on between :today - 90 and :today - 61) as up_to_90,
       sum(open_amount) filter (where due_on < :today - 90) as above_90
from open_invoice(:today)
group by customer_id, currency
