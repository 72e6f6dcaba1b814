-- How is a batch taken back? What it settled is taken back on the day it was settled, what it changed is put
-- back with the changed version kept, what it brought is voided; a customer stays when anything else is there of it.
create temp table undone on commit drop as
select a.*
from payment p
join allocation a on a.payment_id = p.id
where p.batch_id = :batch
  and p.voided_at is null
  and a.reverses is null
  and not exists (select from allocation r where r.reverses = a.id);

update invoice i
set open_amount = i.open_amount + u.amount
from (select invoice_id, sum(amount) as amount from undone group by invoice_id) u
where i.id = u.invoice_id;

insert into allocation (invoice_id, payment_id, amount, effective_on, reverses)
select u.invoice_id, u.payment_id, -u.amount, u.effective_on, u.id
from undone u;

update payment
set unapplied_amount = amount, voided_at = now()
where batch_id = :batch and voided_at is null;

insert into invoice_amendment (invoice_id, customer_id, issued_on, due_on, currency, amount, disputed, reference)
select i.id, i.customer_id, i.issued_on, i.due_on, i.currency, i.amount, i.disputed, i.reference
from invoice_amendment m
join invoice i on i.id = m.invoice_id
where m.batch_id = :batch and i.voided_at is null;

update invoice i
set customer_id = coalesce((select c.merged_into from customer c where c.id = m.customer_id), m.customer_id),
    issued_on = m.issued_on, due_on = m.due_on, currency = m.currency, amount = m.amount,
    open_amount = m.amount - (i.amount - i.open_amount), disputed = m.disputed, reference = m.reference,
    scheduled = m.instalment_due is not null
from invoice_amendment m
where m.batch_id = :batch and i.id = m.invoice_id and i.voided_at is null;

insert into instalment (invoice_id, line, due_on, amount)
select m.invoice_id, n.line, n.due_on, n.amount
from invoice_amendment m
cross join unnest(m.instalment_due, m.instalment_amount) with ordinality as n (due_on, amount, line)
where m.batch_id = :batch;

update invoice
set voided_at = now()
where batch_id = :batch and voided_at is null;

create temp table unused on commit drop as
select r.*
from refund r
where r.batch_id = :batch and r.reverses is null and not exists (select from refund b where b.reverses = r.id);

update credit_note n
set unapplied_amount = n.unapplied_amount + u.amount
from unused u
where n.id = u.credit_note_id;

insert into refund (credit_note_id, amount, effective_on, reason, reverses)
select u.credit_note_id, -u.amount, u.effective_on, u.reason, u.id
from unused u;

update credit_note
set voided_at = now()
where batch_id = :batch and voided_at is null;

update billable
set source_key = 'undone:' || id || ':' || left(source_key, 150), withdrawn_at = coalesce(withdrawn_at, now()),
    withdrawn_by = coalesce(withdrawn_by, 'import'), withdrawn_why = coalesce(withdrawn_why, 'Its file was taken back.')
where batch_id = :batch;

update customer c
set name = m.name, parent_id = m.parent_id, language = m.language, zone = m.zone, currency = m.currency, tags = m.tags, owner_id = m.owner_id
from customer_amendment m
where m.batch_id = :batch and c.id = m.customer_id and c.voided_at is null;

update contact k
set phone = m.phone, role = m.role, language = m.language
from contact_amendment m
where m.batch_id = :batch and k.id = m.contact_id and k.voided_at is null;

update contact
set voided_at = now()
where batch_id = :batch and voided_at is null;

update customer c
set voided_at = now()
where c.batch_id = :batch
  and c.voided_at is null
  and not exists (select from invoice i where i.customer_id = c.id and i.voided_at is null)
  and not exists (select from payment p where p.customer_id = c.id and p.voided_at is null)
  and not exists (select from credit_note n where n.customer_id = c.id and n.voided_at is null)
  and not exists (select from contact k where k.customer_id = c.id and k.voided_at is null)
  and not exists (select from billable b where b.customer_id = c.id and b.withdrawn_at is null)
  and not exists (
    select from customer d
    where d.parent_id = c.id and d.voided_at is null and d.batch_id is distinct from c.batch_id
  );
