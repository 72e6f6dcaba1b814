-- What does each row mean beside the customers that are known? What a file does not say stays as it is,
-- and what it says of a number that was merged into another customer is not said of that customer.
create temp table matched on commit drop as
with judged as (
  select s.*,
         s.number as customer_number,
         s.name as customer_name,
         c.id as customer_id,
         o.id as owner_id,
         c.number = s.number and (c.name <> s.name
           or c.language is distinct from coalesce(s.language, c.language)
           or c.zone is distinct from coalesce(s.zone, c.zone)
           or c.currency is distinct from coalesce(s.currency, c.currency)
           or c.tags <> coalesce(s.tags, c.tags)
           or c.owner_id is distinct from coalesce(o.id, c.owner_id)
           or (s.parent_number is not null and (p2.id is null or p2.id is distinct from c.parent_id))) as differs,
         case
           when s.parent_number is not null
             and p2.id is null
             and not exists (select from staged t where t.number = s.parent_number)
             then 'parent_number: No customer has this number, here or in the file. Correct it or clear the cell.'
           when s.owner_email is not null and o.id is null
             then 'owner_email: Nobody here signs in with this address. Correct it or clear the cell.'
         end as complaint
  from staged s
  left join customer_by_number n on n.number = s.number
  left join customer c on c.id = n.id
  left join customer_by_number p2 on p2.number = s.parent_number
  left join (
    select e.id, lower(e.email) as email
    from person e
    join membership m on m.person_id = e.id
  ) o on o.email = lower(s.owner_email)
)
select *
from (
  select j.*,
         case
           when j.complaint is not null then 'wrong'
           when j.customer_id is null then 'new'
           when j.differs then 'changed'
           else 'same'
         end as fate
  from judged j
) m
where m.fate <> 'same'
