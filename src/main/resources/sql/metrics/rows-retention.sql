-- Of the customers who were billed in the twelve months before the period, which were billed in it again?
select cast(:toOn as date) as on_day, b.customer_id, cast(null as text) as currency,
       case when exists (
         select from invoice n
         where n.customer_id = b.customer_id and n.kind = 'invoice' and n.voided_at is null and n.issued_on between :fromOn and :toOn
       ) then 1 else 0 end as part, 1 as whole, cast(null as int) as stage, 'last billed before on ' || max(b.issued_on) as label,
       '/customers/' || b.customer_id as url
from invoice b
where b.kind = 'invoice' and b.voided_at is null
  and b.issued_on between cast(cast(:fromOn as date) - interval '12 months' as date) and cast(:fromOn as date) - 1
group by b.org_id, b.customer_id
