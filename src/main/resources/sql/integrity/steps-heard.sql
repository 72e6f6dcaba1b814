-- Which steps count as taken though their letter never left? (I10)
select i.number as name, 'step ' || t.step || ' counts as taken, its letter was ' || m.state as detail, '/messages/' || m.id as url
from step_taken t
join message m on m.org_id = t.org_id and m.id = t.message_id
join invoice i on i.org_id = t.org_id and i.id = t.invoice_id
where m.state in ('recalled', 'withdrawn')
order by i.number
