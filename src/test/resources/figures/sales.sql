-- Leads from the first of the month to the day, each by its own day: when it came, when somebody answered, when it was won.
,
lead as (
  select o.*
  from opportunity o
  where cast(:customer as text) is null or o.customer_id in (select w.id from who w)
)
select 'conversion' as metric, '' as currency, round(count(*) filter (where o.is_won) * 100.0 / count(*), 1) as value
from lead o join given g on o.created_on >= g.first and o.created_on <= g.day having count(*) > 0
union all
select 'sales-cycle', '', round(avg(o.closed_on - o.created_on), 1)
from lead o join given g on o.closed_on >= g.first and o.closed_on <= g.day where o.is_won having count(*) > 0
union all
select 'lead-response', '', round(avg(o.first_touch_on - o.created_on), 1)
from lead o join given g on o.first_touch_on >= g.first and o.first_touch_on <= g.day having count(*) > 0
