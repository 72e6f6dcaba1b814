-- What does each row mean beside the people that are known? What a file does not say stays as it is.
create temp table matched on commit drop as
with known as (
  select s.*,
         s.customer_number as customer_name,
         c.id as customer_id,
         k.id as contact_id,
         k.phone is distinct from coalesce(s.phone, k.phone)
           or k.role is distinct from coalesce(s.role, k.role)
           or k.language is distinct from coalesce(s.language, k.language) as differs,
         cast(null as text) as complaint
  from staged s
  left join customer_by_number c on c.number = s.customer_number
  left join contact k
    on k.customer_id = c.id
    and lower(k.name) = lower(s.name)
    and coalesce(lower(k.email), '') = coalesce(lower(s.email), '')
    and k.voided_at is null
)
select *
from (
  select k.*,
         case
           when k.contact_id is null then 'new'
           when k.differs then 'changed'
           else 'same'
         end as fate
  from known k
) m
where m.fate <> 'same'
