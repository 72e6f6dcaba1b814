-- Which leads were won, and how many days did that take?
select o.closed_on as on_day, o.customer_id, cast(null as text) as currency, o.closed_on - o.created_on as part, 1 as whole,
       cast(null as int) as stage, o.name as label, '/opportunities' as url
from opportunity o
where o.is_won and o.closed_on between :fromOn and :toOn
