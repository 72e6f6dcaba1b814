-- What was written off, and what of it was taken back?
select greatest(a.effective_on, i.issued_on) as on_day, i.customer_id, i.currency, a.amount as part, a.amount as whole,
       cast(null as int) as stage, i.number as label, '/invoices/' || i.id as url
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
where a.write_off_id is not null and i.voided_at is null and a.effective_on <= :toOn and i.issued_on <= :toOn
  and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn
