-- Which money settles nothing yet on a day, whose is it, and is it left so deliberately? The oldest comes first.
select c.*
from (
  select o.id,
         o.customer_id,
         k.number as customer_number,
         k.name as customer_name,
         o.dated_on,
         o.currency,
         o.amount,
         o.open_amount as left_amount,
         o.number as reference,
         case when o.customer_id is null then 'unidentified' else p.purpose end as state
  from open_credit(:asOf) o
  join payment p on p.id = o.id
  left join customer k on k.id = o.customer_id
  where o.kind = 'payment' and (o.dated_on, o.id) > (cast(:afterOn as date), :after)
) c
where cast(:state as text) is null or c.state = :state
order by c.dated_on, c.id
limit cast(:limit as int)
