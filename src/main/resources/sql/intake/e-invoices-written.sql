-- How do credit notes come into the book, and what is kept of each document? It stands behind the writing of the invoices.
insert into credit_note (customer_id, number, issued_on, currency, amount, unapplied_amount, reason, batch_id)
select c.id, m.number, m.issued_on, m.currency, m.amount, m.amount,
       coalesce('Takes back ' || (m.document ->> 'preceding'), 'E-invoice'), :batch
from matched m
join customer c on c.number = m.customer_number and c.voided_at is null
where m.fate = 'credit';

update invoice i
set reference = m.reference
from matched m
where m.fate = 'new' and m.reference is not null and i.number = m.number and i.batch_id = :batch and i.voided_at is null;

insert into e_invoice (invoice_id, credit_note_id, batch_id, document)
select i.id, n.id, :batch, m.document
from matched m
left join invoice i on m.fate <> 'credit' and i.number = m.number and i.voided_at is null
left join credit_note n on m.fate = 'credit' and n.number = m.number and n.voided_at is null
where m.fate in ('new', 'changed', 'credit') and m.document is not null
