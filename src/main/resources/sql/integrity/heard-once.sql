-- Who heard twice in one window? (I09)
select c.number as name, count(*) || ' letters on ' || m.window_on as detail, '/customers/' || c.id as url
from message m
join customer c on c.org_id = m.org_id and c.id = m.customer_id
where m.kind = 'reminder' and m.state not in ('recalled', 'withdrawn')
group by c.id, c.number, m.channel, m.window_on
having count(*) > 1
order by c.number
