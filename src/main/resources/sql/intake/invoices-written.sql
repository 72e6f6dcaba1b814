-- How do the matched invoices come into the book? Customers first, then the bills, then what settled them.
insert into customer (number, name, batch_id)
select distinct on (m.customer_number) m.customer_number, coalesce(m.customer_name, m.customer_number), :batch
from matched m
where m.fate in ('new', 'changed', 'credit') and m.customer_id is null
order by m.customer_number, m.row;

insert into invoice_amendment
  (invoice_id, customer_id, issued_on, due_on, currency, amount, disputed, reference, instalment_due, instalment_amount, batch_id)
select i.id, i.customer_id, i.issued_on, i.due_on, i.currency, i.amount, i.disputed, i.reference, n.due, n.amounts, :batch
from matched m
join invoice i on i.id = m.invoice_id
left join (
  select l.invoice_id, array_agg(l.due_on order by l.line) as due, array_agg(l.amount order by l.line) as amounts
  from instalment l
  group by l.invoice_id
) n on n.invoice_id = i.id
where m.fate = 'changed' and m.differs;

-- a bill that says something else is due as a whole again
delete from instalment n
using matched m
where m.fate = 'changed' and m.differs and n.invoice_id = m.invoice_id;

update invoice i
set customer_id = c.id, issued_on = m.issued_on, due_on = m.due_on, currency = m.currency, amount = m.amount,
    open_amount = m.amount - (i.amount - i.open_amount) - m.settles, disputed = coalesce(m.disputed, i.disputed),
    scheduled = i.scheduled and not m.differs
from matched m
join customer_by_number c on c.number = m.customer_number
where m.fate = 'changed' and i.id = m.invoice_id;

insert into invoice (customer_id, number, issued_on, due_on, currency, amount, open_amount, disputed, batch_id, terms_id)
select c.id, m.number, m.issued_on, m.due_on, m.currency, m.amount, m.amount - m.settles, coalesce(m.disputed, false),
       :batch,
       (
         select v.id
         from terms t
         join terms v on v.name = t.name and v.valid_from <= m.issued_on
         where t.id = c.terms_id
         order by v.valid_from desc, v.version desc
         limit 1
       )
from matched m
join customer_by_number k on k.number = m.customer_number
join customer c on c.id = k.id
where m.fate = 'new'
order by m.row;

insert into payment (customer_id, received_on, currency, amount, unapplied_amount, reference, source_key, batch_id)
select c.id, coalesce(m.settled_on, :today), m.currency, m.settles, 0, m.number, m.source_key, :batch
from matched m
join customer_by_number c on c.number = m.customer_number
where m.fate in ('new', 'changed') and m.settles > 0;

insert into allocation (invoice_id, payment_id, amount, effective_on)
select i.id, p.id, p.amount, greatest(p.received_on, i.issued_on, r.free_on)
from payment p
join invoice i on i.number = p.reference and i.voided_at is null
left join (
  select a.invoice_id, max(a.effective_on) as free_on
  from allocation a
  where a.reverses is not null
  group by a.invoice_id
) r on r.invoice_id = i.id
where p.batch_id = :batch;
