-- What do contracts bill again and again, at which prices, with which pauses, and until when was it billed?
select l.*, c.number as contract_number, c.title as contract_title, c.customer_id, c.zone, c.issue, c.together, c.order_reference,
  greatest(l.billed_until, (
    select max(b.delivered_until) from billable b where b.org_id = l.org_id and b.line_id = l.id)) as done_until,
  array(select p.valid_from from contract_price p where p.org_id = l.org_id and p.line_id = l.id order by p.valid_from) as price_days,
  array(select p.amount from contract_price p where p.org_id = l.org_id and p.line_id = l.id order by p.valid_from) as prices,
  array(select q.from_on from contract_pause q where q.org_id = l.org_id and q.contract_id = l.contract_id order by q.id) as pauses_from,
  array(select q.until_on from contract_pause q where q.org_id = l.org_id and q.contract_id = l.contract_id order by q.id) as pauses_until
from contract_line l
join contract c on c.org_id = l.org_id and c.id = l.contract_id
where cast(:contract as bigint) is null or c.id = cast(:contract as bigint)
order by l.contract_id, l.id
