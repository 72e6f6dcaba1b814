-- What is open, overdue and still to be used on a day, in each currency, of a customer or of all?
select s.currency, sum(s.items) as items, sum(s.open) as open, sum(s.overdue) as overdue, sum(s.credit) as credit
from (
  select i.currency,
         count(distinct i.id) as items,
         sum(i.open_amount) as open,
         coalesce(sum(i.open_amount) filter (where i.due_on < :asOf), 0) as overdue,
         0 as credit
  from open_line(:asOf) i
  where cast(:customer as bigint) is null or i.customer_id = cast(:customer as bigint)
  group by i.currency
  union all
  select k.currency, 0, 0, 0, sum(k.open_amount)
  from open_credit(:asOf) k
  where cast(:customer as bigint) is null or k.customer_id = cast(:customer as bigint)
  group by k.currency
) s
group by s.currency
order by s.currency
