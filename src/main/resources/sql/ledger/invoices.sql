-- Which invoices are there, and what of each is open on a day? The caller adds its conditions.
select i.id,
       i.customer_id,
       c.number as customer_number,
       i.number,
       i.issued_on,
       i.due_on,
       i.currency,
       i.amount,
       i.disputed,
       i.reference,
       i.open_amount + coalesce(later.amount, 0) as open_then
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join lateral (
  select sum(a.amount)::bigint as amount
  from allocation a
  where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on > :asOf
) later on true
where i.voided_at is null and i.issued_on <= :asOf
