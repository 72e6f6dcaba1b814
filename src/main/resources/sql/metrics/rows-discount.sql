-- Of what was paid on invoices that offered something for paying early: how much was paid with the discount?
select greatest(a.effective_on, i.issued_on) as on_day, i.customer_id, i.currency,
       case when d.taken > 0 then a.amount else 0 end as part, a.amount as whole,
       cast(null as int) as stage, i.number || case when d.taken > 0 then ', with discount' else ', without' end as label,
       '/invoices/' || i.id as url
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
join terms t on t.org_id = i.org_id and t.id = i.terms_id and t.discounts <> ''
cross join lateral (
  select coalesce(sum(x.amount), 0) as taken
  from allocation x
  where x.org_id = i.org_id and x.invoice_id = i.id and x.discount_id is not null and x.effective_on <= :toOn
) d
where a.payment_id is not null and i.voided_at is null and a.effective_on <= :toOn and i.issued_on <= :toOn
  and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn
