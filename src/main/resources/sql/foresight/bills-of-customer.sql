-- How did each invoice of one customer stand when a day ended? As foresight/bills.sql, by the customer's index.
select i.id, i.customer_id, i.issued_on, i.due_on, i.currency, i.amount,
       i.amount - coalesce(s.settled, 0) as open_amount,
       case when s.settled >= i.amount then s.paid_on end as paid_on
from invoice i
left join lateral (
  select sum(a.amount)::bigint as settled,
         max(a.effective_on) filter (where a.payment_id is not null and a.amount > 0) as paid_on
  from allocation a
  where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= :asOf
) s on true
where i.org_id = (select current_org()) and i.customer_id = :customer and i.voided_at is null and i.kind = 'invoice'
  and i.issued_on between :since and :asOf
  and (coalesce(s.settled, 0) < i.amount or s.paid_on is not null)
order by i.issued_on, i.id
