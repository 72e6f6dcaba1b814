-- Which of these customers get another person, and from whom? Each change is written down; who has them already is left out.
with changing as (
  select id, owner_id as had
  from customer
  where id = any (:customers) and voided_at is null and owner_id is distinct from :person
  order by id
  for update
),
changed as (
  update customer c
  set owner_id = :person
  from changing
  where c.id = changing.id
),
written as (
  insert into handover (customer_id, from_person_id, to_person_id, handed_on, reason, author)
  select id, had, :person, :today, :reason, :author
  from changing
)
select id from changing
