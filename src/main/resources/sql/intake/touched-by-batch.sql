-- Which customers does a batch concern?
select customer_id from invoice where batch_id = :batch and voided_at is null
union
select customer_id from payment where batch_id = :batch and voided_at is null
union
select customer_id from credit_note where batch_id = :batch and voided_at is null
union
select n.customer_id
from refund r
join credit_note n on n.id = r.credit_note_id
where r.batch_id = :batch
union
select customer_id from contact where batch_id = :batch and voided_at is null
union
select customer_id from billable where batch_id = :batch
union
select id from customer where batch_id = :batch and voided_at is null
union
select i.customer_id
from invoice_amendment m
join invoice i on i.id = m.invoice_id
where m.batch_id = :batch
union
select i.customer_id
from payment p
join allocation a on a.payment_id = p.id
join invoice i on i.id = a.invoice_id
where p.batch_id = :batch and p.voided_at is null
union
select customer_id from customer_amendment where batch_id = :batch
union
select k.customer_id
from contact_amendment m
join contact k on k.id = m.contact_id
where m.batch_id = :batch
