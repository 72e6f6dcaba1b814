-- Which leads came, and which of them were won?
select o.created_on as on_day, o.customer_id, cast(null as text) as currency, case when o.is_won then 1 else 0 end as part, 1 as whole,
       cast(null as int) as stage, o.name as label, '/opportunities' as url
from opportunity o
where o.created_on between :fromOn and :toOn
