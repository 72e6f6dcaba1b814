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
       i.kind,
       o.number as origin_number,
       schedule.instalment_due,
       schedule.instalment_amount,
       i.open_amount + coalesce(later.amount, 0) as open_then
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join invoice o on o.org_id = i.org_id and o.id = i.origin_id
left join lateral (
  select array_agg(n.due_on order by n.line) as instalment_due, array_agg(n.amount order by n.line) as instalment_amount
  from instalment n
  where i.scheduled and n.org_id = i.org_id and n.invoice_id = i.id
) schedule on true
left join lateral (
  select sum(a.amount)::bigint as amount
  from allocation a
  where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on > :asOf
) later on true
where i.voided_at is null and i.issued_on <= :asOf
