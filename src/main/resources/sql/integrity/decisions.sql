-- Which open items have no decision in force, or more than one?
select i.number as name, count(d.id) || ' decisions are in force' as detail, '/invoices/' || i.id as url
from open_invoice(:asOf) i
left join decision d on d.org_id = (select current_org()) and d.invoice_id = i.id and d.superseded_on is null
group by i.id, i.number
having count(d.id) <> 1
order by i.number
