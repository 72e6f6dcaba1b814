-- What did people or the nights do about the invoices that a batch brought?
select 'A message about invoice ' || i.number || ' was sent on ' || min(s.taken_on) || '.' as objection
from invoice i
join step_taken s on s.invoice_id = i.id
where i.batch_id = :batch and i.voided_at is null
group by i.number
union
select 'Invoice ' || i.number || ' is part of a promise.'
from invoice i
join promise_invoice p on p.invoice_id = i.id
where i.batch_id = :batch and i.voided_at is null
union
select 'Invoice ' || i.number || ' is on hold.'
from invoice i
join hold h on h.invoice_id = i.id and h.ended_on is null
where i.batch_id = :batch and i.voided_at is null
union
select 'Invoice ' || i.number || ' is part of a payment plan.'
from invoice i
join plan_invoice p on p.invoice_id = i.id
where i.batch_id = :batch and i.voided_at is null
union
select 'A question about invoice ' || i.number || ' was written down.'
from invoice i
join question q on q.invoice_id = i.id
where i.batch_id = :batch and i.voided_at is null
union
select 'A contact with customer ' || c.number || ' was logged.'
from customer c
join interaction t on t.customer_id = c.id
where c.batch_id = :batch and c.voided_at is null
order by objection
limit 100
