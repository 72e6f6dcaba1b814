-- Which customers get a statement: those called or tagged so, with something open on a day or moved in a period?
select c.id
from customer c
where c.voided_at is null
  and (cast(:part as text) is null or lower(c.name) like cast(:part as text) or lower(c.number) like cast(:part as text))
  and (cast(:tag as text) is null or cast(:tag as text) = any(c.tags))
  and c.id in (
    select i.customer_id from open_invoice(:asOf) i
    union
    select k.customer_id from open_credit(:asOf) k
    union
    select p.customer_id
    from posting p
    where cast(:activity as boolean) and p.effective_on between :fromOn and :asOf
      and p.known_until = 'infinity' and p.account in ('receivables', 'on_account', 'open_credits')
  )
order by c.number
