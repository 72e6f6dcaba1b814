-- Which leads were answered for the first time, and after how many days?
select o.first_touch_on as on_day, o.customer_id, cast(null as text) as currency, o.first_touch_on - o.created_on as part, 1 as whole,
       cast(null as int) as stage, o.name as label, '/opportunities' as url
from opportunity o
where o.first_touch_on between :fromOn and :toOn
