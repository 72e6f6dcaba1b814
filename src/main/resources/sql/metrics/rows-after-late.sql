-- Of the customers with an invoice that fell due in the twelve months before the period and was more than thirty days late, which
-- were billed in the period again?
select cast(:toOn as date) as on_day, l.customer_id, cast(null as text) as currency,
       case when exists (
         select from invoice n
         where n.customer_id = l.customer_id and n.kind = 'invoice' and n.voided_at is null and n.issued_on between :fromOn and :toOn
       ) then 1 else 0 end as part, 1 as whole, cast(null as int) as stage, 'late ' || min(l.number) as label,
       '/customers/' || l.customer_id as url
from invoice l
where l.kind = 'invoice' and l.voided_at is null
  and l.due_on between cast(cast(:fromOn as date) - interval '12 months' as date) and cast(:fromOn as date) - 31
  and l.amount > coalesce((
    select sum(a.amount)
    from allocation a
    where a.org_id = l.org_id and a.invoice_id = l.id and a.effective_on <= l.due_on + 30), 0)
group by l.org_id, l.customer_id
