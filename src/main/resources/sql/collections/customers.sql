-- Which customers are there, and how does each stand today? What stands after this narrows them down and puts them in order.
select c.id,
       c.number,
       c.name,
       c.tags,
       c.contact_mode,
       coalesce(p.name, '') as owner,
       s.currency,
       s.open_amount,
       s.overdue_amount,
       s.others,
       s.oldest_due_on
from customer c
left join customer_standing s on s.org_id = c.org_id and s.customer_id = c.id
left join person p on p.id = c.owner_id
where c.voided_at is null
