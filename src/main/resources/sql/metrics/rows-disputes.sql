-- How many days did the disputes take that were closed?
select d.closed_on as on_day, i.customer_id, cast(null as text) as currency, d.closed_on - d.opened_on as part, 1 as whole, cast(null as int) as stage,
       i.number || ', ' || d.reason as label, '/invoices/' || i.id as url
from dispute d
join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
where d.closed_on between :fromOn and :toOn
  and coalesce(d.closed_at, d.recorded_at) <= coalesce(cast(:knownAt as timestamptz), 'infinity')
