-- Who at the vendor looks after a customer, and who wrote to it last and when? What a machine wrote is signed by the vendor itself.
select o.name as owner, om.role as owner_role, w.sender as writer, wm.role as writer_role, w.window_on as wrote_on
from customer c
left join person o on o.id = c.owner_id
left join membership om on om.person_id = o.id
left join lateral (
  select coalesce(nullif(m.model ->> 'sender', ''), m.author) as sender, m.window_on
  from message m
  where m.org_id = (select current_org()) and m.customer_id = c.id and m.state = 'sent' and m.kind <> 'survey'
  order by m.id desc
  limit 1
) w on true
left join lateral (
  select min(m.role) as role
  from person p
  join membership m on m.person_id = p.id
  where p.name = w.sender
) wm on true
where c.org_id = (select current_org()) and c.id = :customer
