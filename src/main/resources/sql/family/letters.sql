-- Where do the letters of a customer go on this day, and who said so?
with recursive up (id, parent_id, dunning_to, depth) as (
  select c.id, c.parent_id, c.dunning_to, 0 from customer c where c.id = :customer
  union all
  select p.id, p.parent_id, p.dunning_to, u.depth + 1
  from up u
  join customer p on p.org_id = (select current_org()) and p.id = u.parent_id and p.voided_at is null
  where u.dunning_to is null and u.depth < 20
)
select (select u.dunning_to from up u where u.depth = 0) as own,
       s.dunning_to as effective,
       s.id as said_id, s.number as said_number, s.name as said_name,
       r.id as receiver_id, r.number as receiver_number, r.name as receiver_name
from (select 1) one
left join (
  select u.dunning_to, c.id, c.number, c.name
  from up u
  join customer c on c.org_id = (select current_org()) and c.id = u.id
  where u.dunning_to is not null
) s on true
left join (
  select c.id, c.number, c.name
  from letters_to(:today) l
  join customer c on c.org_id = (select current_org()) and c.id = l.payer_id
  where l.customer_id = :customer and l.payer_id <> l.customer_id
) r on true
