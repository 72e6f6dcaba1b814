-- Which payment plans are there, and how do those that run stand on the day?
select p.*, c.number as customer_number, c.name as customer_name, s.paid, s.line, s.due_on, s.missing, s.last_day
from plan p
join customer c on c.org_id = p.org_id and c.id = p.customer_id
left join plan_standing(:today) s on s.plan_id = p.id
where p.proposed_on <= :today
  and (cast(:id as bigint) = 0 or p.id = :id)
  and (cast(:customer as bigint) = 0 or p.customer_id = :customer)
  and (:which = 'all' or (p.state in ('proposed', 'running')) = (:which = 'live'))
order by p.state in ('proposed', 'running') desc, s.due_on nulls last, p.proposed_on desc, p.id desc
limit :limit
