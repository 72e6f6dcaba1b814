-- Which letters wait for an address that refused our mail? (I25)
select c.number as name, 'a letter waits for ' || m.to_address || ', which refused our mail on ' || max(k.bounced_on) as detail,
       '/messages/' || m.id as url
from message m
join customer c on c.org_id = m.org_id and c.id = m.customer_id
join contact k on k.org_id = m.org_id and k.customer_id = m.customer_id and lower(k.email) = lower(m.to_address)
where m.state in ('planned', 'retry') and k.voided_at is null
group by c.number, m.id, m.to_address
having bool_and(k.bounced_on is not null)
order by c.number
