-- I02: which invoices do not have open what their allocations leave?
select 'invoice ' || i.number as name,
       i.open_amount || ' is open, its allocations leave ' || i.amount - coalesce(sum(a.amount), 0) as detail
from invoice i
left join allocation a on a.org_id = i.org_id and a.invoice_id = i.id
group by i.org_id, i.id
having i.open_amount <> i.amount - coalesce(sum(a.amount), 0)
