-- What was paid with a discount for paying early, how many days before it was due?
select greatest(a.effective_on, i.issued_on) as on_day, i.customer_id, i.currency,
       a.amount * cast(i.due_on - greatest(a.effective_on, i.issued_on) as numeric) as part, a.amount as whole,
       cast(null as int) as stage, i.number as label, '/invoices/' || i.id as url
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
cross join lateral (
  select coalesce(sum(x.amount), 0) as taken
  from allocation x
  where x.org_id = i.org_id and x.invoice_id = i.id and x.discount_id is not null and x.effective_on <= :toOn
) d
where d.taken > 0 and a.payment_id is not null and i.voided_at is null and a.effective_on <= :toOn and i.issued_on <= :toOn
  and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn
