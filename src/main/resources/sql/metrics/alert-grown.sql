-- With whom did what is open in a currency grow most from :then to :today?
select c.name, sum(o.then_open)::bigint as then_open, sum(o.now_open)::bigint as now_open
from (
  select n.customer_id, 0 as then_open, n.open_amount as now_open from open_line(:today) n where n.currency = :currency
  union all
  select b.customer_id, b.open_amount, 0 from open_line(:then) b where b.currency = :currency
) o
join customer c on c.id = o.customer_id
group by c.id, c.name
having sum(o.now_open) > sum(o.then_open)
order by sum(o.now_open) - sum(o.then_open) desc, c.id
limit :most
