-- What may be billed by a day, and is on no document yet?
select b.*
from billable b
where b.withdrawn_at is null
  and b.bill_on <= cast(:by as date)
  and not exists (select from billed d where d.org_id = b.org_id and d.billable_id = b.id)
order by b.customer_id, b.bill_on, b.id
