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
union all
select 'cross-sell', '', round(count(*) filter (where b.is_crossed) * 100.0 / count(*), 1)
from (
  select o.customer_id, bool_or(o.ordered_on >= g.begins and l.product_id not in (
    select p.product_id
    from sales_order e
    join order_line p on p.order_id = e.id
    where e.customer_id = o.customer_id and e.ordered_on < g.begins and p.product_id is not null)) as is_crossed
  from sales_order o
  join order_line l on l.order_id = o.id
  join who w on w.id = o.customer_id
  cross join (select cast(day - interval '12 months' as date) + 1 as begins, day from given) g
  where o.ordered_on <= g.day and l.product_id is not null
  group by o.customer_id
  having min(o.ordered_on) < min(g.begins)
) b
having count(*) > 0
