-- What was billed to a customer in twelve months, what is open and what overdue, each currency for itself?
select m.currency, sum(m.billed)::bigint as billed, sum(m.open)::bigint as open, sum(m.overdue)::bigint as overdue
from (
  select i.currency, i.amount as billed, 0::bigint as open, 0::bigint as overdue
  from invoice i
  where i.customer_id = :customer and i.voided_at is null and i.issued_on > :today - 365 and i.issued_on <= :today
  union all
  select o.currency, 0, o.open_amount, case when o.due_on < :today then o.open_amount else 0 end
  from open_invoice(:today) o
  where o.customer_id = :customer
) m
group by m.currency
order by m.currency
