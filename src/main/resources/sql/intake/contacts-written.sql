-- How do the matched contacts come into the book?
insert into customer (number, name, batch_id)
select distinct m.customer_number, m.customer_number, :batch
from matched m
where m.fate = 'new' and m.customer_id is null;

insert into contact (customer_id, name, email, phone, role, language, batch_id)
select c.id, m.name, m.email, m.phone, coalesce(m.role, 'ap_clerk'), m.language, :batch
from matched m
join customer_by_number c on c.number = m.customer_number
where m.fate = 'new'
order by m.row;

insert into contact_amendment (contact_id, phone, role, language, batch_id)
select k.id, k.phone, k.role, k.language, :batch
from matched m
join contact k on k.id = m.contact_id
where m.fate = 'changed';

update contact k
set phone = coalesce(m.phone, k.phone), role = coalesce(m.role, k.role), language = coalesce(m.language, k.language)
from matched m
where m.fate = 'changed' and k.id = m.contact_id;
