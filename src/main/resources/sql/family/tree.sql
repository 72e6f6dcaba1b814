-- Who is the family of a customer, from its head down, each parent before its children?
with recursive up (id, parent_id, depth) as (
  select c.id, c.parent_id, 0 from customer c where c.id = :customer and c.voided_at is null
  union all
  select p.id, p.parent_id, u.depth + 1
  from up u
  join customer p on p.org_id = (select current_org()) and p.id = u.parent_id and p.voided_at is null
  where u.depth < 20
),
down (id, parent_id, number, name, depth, place) as (
  select c.id, cast(null as bigint), c.number, c.name, 0, array[c.name, c.number]
  from customer c
  where c.id = (select u.id from up u order by u.depth desc limit 1)
  union all
  select c.id, c.parent_id, c.number, c.name, d.depth + 1, d.place || array[c.name, c.number]
  from down d
  join customer c on c.org_id = (select current_org()) and c.parent_id = d.id and c.voided_at is null
  where d.depth < 20
)
select id, parent_id, number, name, depth
from down
order by place
limit 500
