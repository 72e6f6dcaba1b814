-- Which payments came in, and what of each is unapplied on a day? The caller adds its conditions.
select p.id,
       p.customer_id,
       c.number as customer_number,
       p.received_on,
       p.currency,
       p.amount,
       p.reference,
       p.source_key,
       p.unapplied_amount + coalesce(later.amount, 0) as unapplied_then
from payment p
join customer c on c.org_id = p.org_id and c.id = p.customer_id
left join lateral (
  select sum(a.amount)::bigint as amount
  from allocation a
  where a.org_id = p.org_id and a.payment_id = p.id and a.effective_on > :asOf
) later on true
where p.voided_at is null and p.received_on <= :asOf
