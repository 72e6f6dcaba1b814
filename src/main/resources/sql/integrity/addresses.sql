-- Which letters are about to leave for an address that refused our mail? (I25) What a stop keeps is looked at again once it is lifted.
select c.number as name, 'a letter waits for ' || m.to_address || ', which refused our mail on ' || max(k.bounced_on) as detail,
       '/messages/' || m.id as url
from message m
join customer c on c.org_id = m.org_id and c.id = m.customer_id
join contact k on k.org_id = m.org_id and k.customer_id = m.customer_id and lower(k.email) = lower(m.to_address)
where m.state in ('planned', 'retry') and k.voided_at is null
  and not exists (select from mail_stop s where s.released_at is null and (s.kind = 'all' or s.window_on = m.window_on))
group by c.number, m.id, m.to_address
having bool_and(k.bounced_on is not null)
order by c.number
