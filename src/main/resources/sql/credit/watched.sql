-- Which customers can be in breach on this day: with a limit, or with money overdue for more than so many days?
select distinct l.customer_id
from credit_limit l
join customer c on c.org_id = l.org_id and c.id = l.customer_id and c.voided_at is null
where l.from_on <= :today
union
select i.customer_id
from open_invoice(:today) i
where i.due_on < cast(:today as date) - cast(:days as int)
