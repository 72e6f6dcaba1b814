-- How do the matched credit notes come into the book? What was used up elsewhere leaves the known ones.
insert into customer (number, name, batch_id)
select distinct on (m.customer_number) m.customer_number, coalesce(m.customer_name, m.customer_number), :batch
from matched m
where m.fate = 'new' and m.customer_id is null
order by m.customer_number, m.row;

insert into credit_note (customer_id, number, issued_on, currency, amount, unapplied_amount, reason, batch_id)
select c.id, m.number, m.issued_on, m.currency, m.brings, m.brings, m.reason, :batch
from matched m
join customer_by_number c on c.number = m.customer_number
where m.fate = 'new';

insert into refund (credit_note_id, amount, effective_on, reason, batch_id)
select m.credit_note_id, m.used, greatest(:today, m.issued_on, u.last_on), 'Used in the accounting system', :batch
from matched m
left join (
  select credit_note_id, max(effective_on) as last_on
  from credit_use
  where credit_note_id is not null
  group by credit_note_id
) u on u.credit_note_id = m.credit_note_id
where m.fate = 'changed';

update credit_note n
set unapplied_amount = n.unapplied_amount - m.used
from matched m
where m.fate = 'changed' and n.id = m.credit_note_id
