-- How do the matched customers come into the book? A parent may stand behind its children in the file: last.
insert into customer (number, name, language, zone, currency, tags, owner_id, batch_id)
select m.number, m.name, m.language, m.zone, m.currency, coalesce(m.tags, '{}'), m.owner_id, :batch
from matched m
where m.fate = 'new'
order by m.row;

insert into customer_amendment (customer_id, name, parent_id, language, zone, currency, tags, owner_id, batch_id)
select c.id, c.name, c.parent_id, c.language, c.zone, c.currency, c.tags, c.owner_id, :batch
from matched m
join customer c on c.id = m.customer_id
where m.fate = 'changed';

update customer c
set name = m.name, language = coalesce(m.language, c.language), zone = coalesce(m.zone, c.zone),
    currency = coalesce(m.currency, c.currency), tags = coalesce(m.tags, c.tags),
    owner_id = coalesce(m.owner_id, c.owner_id)
from matched m
where m.fate = 'changed' and c.id = m.customer_id;

update customer c
set parent_id = p.id
from matched m
join customer_by_number p on p.number = m.parent_number
where m.fate in ('new', 'changed')
  and c.number = m.number
  and c.voided_at is null
  and c.parent_id is distinct from p.id;
