-- What has been built since on what this batch brought, so that it cannot be taken back without harm?
-- What the batch itself wrote was recorded in the very moment of its commit.
select 'Invoice ' || i.number || ' was settled or released by hand since.' as objection
from import_batch b
join allocation a on a.recorded_at <> b.committed_at and a.reverses is null
join invoice i on i.id = a.invoice_id
left join payment p on p.id = a.payment_id
where b.id = :batch
  and (i.batch_id = b.id or p.batch_id = b.id)
  and not exists (select from allocation r where r.reverses = a.id)
union
select 'Of a payment of ' || p.received_on || ' something was paid back or moved, or it was reversed, since.'
from withdrawal w
join payment p on p.id = w.payment_id
where p.batch_id = :batch
union
select 'Invoice ' || i.number || ' was changed since.'
from import_batch b
join invoice_amendment m on m.known_until > b.committed_at
join invoice i on i.id = m.invoice_id
where b.id = :batch
  and i.voided_at is null
  and (i.batch_id = b.id or exists (select from invoice_amendment o where o.invoice_id = i.id and o.batch_id = b.id))
union
select 'Customer ' || c.number || ' was changed by a later import.'
from customer_amendment m
join customer c on c.id = m.customer_id
join customer_amendment l on l.customer_id = m.customer_id and l.id > m.id
join import_batch b on b.id = l.batch_id and b.state = 'committed'
where m.batch_id = :batch
union
select 'The contact ' || k.name || ' was changed by a later import.'
from contact_amendment m
join contact k on k.id = m.contact_id
join contact_amendment l on l.contact_id = m.contact_id and l.id > m.id
join import_batch b on b.id = l.batch_id and b.state = 'committed'
where m.batch_id = :batch
union
select 'Credit note ' || n.number || ' was applied since.'
from credit_note n
where n.batch_id = :batch and n.voided_at is null and n.unapplied_amount < n.amount
union
select '“' || b.description || '” of ' || b.delivered_from || ' was billed on ' || d.number || ' since.'
from billable b
join billed t on t.billable_id = b.id
join issued_document d on d.id = t.document_id
where b.batch_id = :batch
union
select 'Customer ' || c.number || ' was changed by hand since.'
from import_batch b
join customer_amendment m on m.batch_id = b.id
join customer c on c.id = m.customer_id
join audit_entry e
  on e.subject = 'customer' and e.subject_id = c.id and e.act = 'customer.changed' and e.at > b.committed_at
where b.id = :batch
union
select 'A contact of customer ' || c.number || ' was changed by hand since.'
from import_batch b
join contact_amendment m on m.batch_id = b.id
join contact k on k.id = m.contact_id
join customer c on c.id = k.customer_id
join audit_entry e
  on e.subject = 'customer' and e.subject_id = c.id and e.act = 'contact.changed' and e.at > b.committed_at
where b.id = :batch
order by objection
limit 100
