-- Which payments came in, and what of each is unapplied on a day? The caller adds its conditions.
select p.id,
       c.id as customer_id,
       c.number as customer_number,
       p.received_on,
       p.currency,
       p.amount,
       p.reference,
       p.source_key,
       p.purpose,
       p.transfer_id,
       reversed.effective_on as reversed_on,
       p.unapplied_amount + coalesce(later.amount, 0) as unapplied_then
from payment p
left join customer c on c.org_id = p.org_id and c.id = p.customer_id and (p.identified_on is null or p.identified_on <= :asOf)
left join lateral (
  select sum(u.amount)::bigint as amount
  from credit_use u
  where u.org_id = p.org_id and u.payment_id = p.id and u.effective_on > :asOf
) later on true
left join lateral (
  select min(r.effective_on) as effective_on
  from payment_reversal r
  where r.org_id = p.org_id and r.payment_id = p.id and r.effective_on <= :asOf and r.reverses is null
    and not exists (select from payment_reversal b where b.org_id = r.org_id and b.reverses = r.id and b.effective_on <= :asOf)
) reversed on true
where p.voided_at is null and p.received_on <= :asOf
