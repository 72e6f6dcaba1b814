-- I01: which allocations settle an invoice in one currency with money in another?
select 'allocation ' || a.id as name,
       'invoice ' || i.number || ' is in ' || i.currency || ', settled by ' || coalesce(p.currency, n.currency) as detail
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
left join payment p on p.org_id = a.org_id and p.id = a.payment_id
left join credit_note n on n.org_id = a.org_id and n.id = a.credit_note_id
where i.currency <> coalesce(p.currency, n.currency, i.currency)
