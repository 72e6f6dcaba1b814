-- Which credit notes are there, and what of each is unapplied on a day? The caller adds its conditions.
select n.id,
       n.customer_id,
       c.number as customer_number,
       n.number,
       n.issued_on,
       n.currency,
       n.amount,
       n.reason,
       reversed.effective_on as reversed_on,
       n.unapplied_amount + coalesce(later.amount, 0) as unapplied_then
from credit_note n
join customer c on c.org_id = n.org_id and c.id = n.customer_id
left join lateral (
  select sum(u.amount)::bigint as amount
  from credit_use u
  where u.org_id = n.org_id and u.credit_note_id = n.id and u.effective_on > :asOf
) later on true
left join lateral (
  select min(r.effective_on) as effective_on
  from credit_note_reversal r
  where r.org_id = n.org_id and r.credit_note_id = n.id and r.effective_on <= :asOf and r.reverses is null
    and not exists (select from credit_note_reversal b where b.org_id = r.org_id and b.reverses = r.id and b.effective_on <= :asOf)
) reversed on true
where n.voided_at is null and n.issued_on <= :asOf
