-- What of a batch took effect in a period that is closed since, so that taking it back would change that period?
select 'Invoice ' || i.number || ' is of ' || i.issued_on || ', and the book is closed until ' || :until || '.' as objection
from invoice i
where i.batch_id = :batch and i.voided_at is null and i.issued_on <= :until
union all
select 'A payment of ' || p.received_on || ' is in it, and the book is closed until ' || :until || '.'
from payment p
where p.batch_id = :batch and p.voided_at is null and p.received_on <= :until
union all
select 'Credit note ' || n.number || ' is of ' || n.issued_on || ', and the book is closed until ' || :until || '.'
from credit_note n
where n.batch_id = :batch and n.voided_at is null and n.issued_on <= :until
union all
select 'Something of credit note ' || n.number || ' was used on ' || r.effective_on || ', and the book is closed until ' || :until || '.'
from refund r
join credit_note n on n.id = r.credit_note_id
where r.batch_id = :batch and r.effective_on <= :until
union all
select 'Invoice ' || i.number || ' was changed by it, and the book is closed until ' || :until || '.'
from invoice_amendment m
join invoice i on i.id = m.invoice_id
where m.batch_id = :batch and i.voided_at is null and least(m.issued_on, i.issued_on) <= :until
  and (m.issued_on, m.amount, m.currency, m.customer_id) is distinct from (i.issued_on, i.amount, i.currency, i.customer_id)
limit 100
