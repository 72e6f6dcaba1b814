-- Which documents were taken out of the book while something still hangs on them?
select 'invoice ' || i.number as name, 'is void and settled in part' as detail
from invoice i
where i.voided_at is not null and i.open_amount <> i.amount
union all
select 'payment ' || p.id, 'is void and allocated in part'
from payment p
where p.voided_at is not null and p.unapplied_amount <> p.amount
union all
select 'credit note ' || n.number, 'is void and allocated in part'
from credit_note n
where n.voided_at is not null and n.unapplied_amount <> n.amount
union all
select 'customer ' || c.number, 'is void and has invoices'
from customer c
where c.voided_at is not null
  and exists (select from invoice i where i.org_id = c.org_id and i.customer_id = c.id and i.voided_at is null)
