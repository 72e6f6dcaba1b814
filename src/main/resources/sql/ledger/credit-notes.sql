-- Which credit notes are there, and what of each is unapplied on a day? The caller adds its conditions.
select n.id,
       n.customer_id,
       c.number as customer_number,
       n.number,
       n.issued_on,
       n.currency,
       n.amount,
       n.reason,
       n.unapplied_amount + coalesce(later.amount, 0) as unapplied_then
from credit_note n
join customer c on c.org_id = n.org_id and c.id = n.customer_id
left join lateral (
  select sum(a.amount)::bigint as amount
  from allocation a
  where a.org_id = n.org_id and a.credit_note_id = n.id and a.effective_on > :asOf
) later on true
where n.voided_at is null and n.issued_on <= :asOf
