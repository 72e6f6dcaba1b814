-- What was ordered by whom, under which terms, of which quote?
select o.*, c.number as customer_number, c.name as customer_name, t.name || ', version ' || t.version as terms,
  q.year as quote_year, q.seq as quote_seq
from sales_order o
join customer c on c.org_id = o.org_id and c.id = o.customer_id
join terms t on t.org_id = o.org_id and t.id = o.terms_id
left join quote q on q.org_id = o.org_id and q.id = o.quote_id
where cast(:id as bigint) is null or o.id = cast(:id as bigint)
order by o.ordered_on desc, o.id desc
limit cast(:most as int)
