-- Who needs a person on this day, most urgent first: level by level, inside a level by what is overdue.
select s.*, c.number, c.name, c.tags
from customer_standing s
join customer c on c.org_id = s.org_id and c.id = s.customer_id
where s.level > 0
  and (cast(:owner as bigint) is null or s.owner_id = :owner)
  and (s.level, -s.overdue_amount, s.customer_id) > (:level, :amount, :customer)
  and not exists (
    select 1 from worklist_done d where d.org_id = s.org_id and d.customer_id = s.customer_id and d.done_on = :today)
order by s.level, -s.overdue_amount, s.customer_id
limit :limit
