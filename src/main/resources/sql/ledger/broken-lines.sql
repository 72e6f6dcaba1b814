-- I17: the lines of which invoices do not sum to the amount they were recorded with?
select 'invoice ' || i.number as name, 'its lines sum to ' || sum(l.amount) || ', it is for ' || i.amount as detail
from invoice i
join invoice_line l on l.org_id = i.org_id and l.invoice_id = i.id
where not exists (select from invoice_amendment m where m.org_id = i.org_id and m.invoice_id = i.id)
group by i.org_id, i.id
having sum(l.amount) <> i.amount
