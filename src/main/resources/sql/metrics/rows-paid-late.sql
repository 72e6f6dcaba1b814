-- What was paid, how long after it was due? Paid in time is zero days late; an invoice of instalments counts from its last due day.
select greatest(a.effective_on, i.issued_on) as on_day, i.customer_id, i.currency,
       a.amount * cast(greatest(0, greatest(a.effective_on, i.issued_on) - i.due_on) as numeric) as part, a.amount as whole,
       cast(null as int) as stage, i.number as label, '/invoices/' || i.id as url
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
where a.payment_id is not null and i.voided_at is null and a.effective_on <= :toOn and i.issued_on <= :toOn
  and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn
