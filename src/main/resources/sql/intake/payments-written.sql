-- How do the matched payments come into the book, and what do they settle?
insert into customer (number, name, batch_id)
select distinct m.customer_number, m.customer_number, :batch
from matched m
where m.fate = 'new' and m.customer_id is null;

insert into payment (customer_id, received_on, currency, amount, unapplied_amount, reference, source_key, batch_id)
select c.id, m.received_on, m.currency, m.amount, m.amount - m.settles, m.reference, m.source_key, :batch
from matched m
join customer_by_number c on c.number = m.customer_number
where m.fate = 'new'
order by m.row;

update invoice i
set open_amount = i.open_amount - s.amount
from (
  select m.invoice_id, sum(m.settles) as amount
  from matched m
  where m.settles > 0
  group by m.invoice_id
) s
where i.id = s.invoice_id;

insert into allocation (invoice_id, payment_id, amount, effective_on)
select i.id, p.id, m.settles, greatest(p.received_on, i.issued_on, r.free_on)
from matched m
join payment p on p.source_key = m.source_key and p.batch_id = :batch
join invoice i on i.id = m.invoice_id
left join (
  select a.invoice_id, max(a.effective_on) as free_on
  from allocation a
  where a.reverses is not null
  group by a.invoice_id
) r on r.invoice_id = i.id
where m.settles > 0;
