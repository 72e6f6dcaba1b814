-- What was quoted to whom, under which terms, and what came of it: all, one, what was mailed to an address, or which answers wait?
select q.*, encode(q.paper, 'hex') as paper_hash, c.number as customer_number, c.name as customer_name,
  t.name || ', version ' || t.version as terms, o.id as order_id, m.to_address, n.id as replaced_by
from quote q
join customer c on c.org_id = q.org_id and c.id = q.customer_id
join terms t on t.org_id = q.org_id and t.id = q.terms_id
left join sales_order o on o.org_id = q.org_id and o.quote_id = q.id
left join message m on m.org_id = q.org_id and m.id = q.message_id
left join quote n on n.org_id = q.org_id and n.replaces_id = q.id and n.sent_on is not null
where (cast(:id as bigint) is null or q.id = cast(:id as bigint))
  and (cast(:address as text) is null
    or q.customer_id = cast(:customer as bigint) and lower(m.to_address) = cast(:address as text)
      and m.state not in ('planned', 'retry', 'failed', 'recalled', 'withdrawn'))
  and (cast(:since as date) is null
    or q.is_accepted and o.id is null or not q.is_accepted and q.answered_on >= cast(:since as date))
order by q.id desc
limit cast(:most as int)
