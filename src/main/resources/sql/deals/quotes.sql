-- What was quoted to whom, under which terms, and what came of it?
select q.*, c.number as customer_number, c.name as customer_name, t.name || ', version ' || t.version as terms, o.id as order_id
from quote q
join customer c on c.org_id = q.org_id and c.id = q.customer_id
join terms t on t.org_id = q.org_id and t.id = q.terms_id
left join sales_order o on o.org_id = q.org_id and o.quote_id = q.id
where cast(:id as bigint) is null or q.id = cast(:id as bigint)
order by q.id desc
limit cast(:most as int)
