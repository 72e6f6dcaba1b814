-- How did each invoice of the last years stand when a day ended: what was open, and on which day did money settle the last of it?
-- One without an allocation of money that is settled all the same was credited or given up: no example of paying.
select i.id, i.customer_id, i.issued_on, i.due_on, i.currency, i.amount,
       i.amount - coalesce(s.settled, 0) as open_amount,
       case when s.settled >= i.amount then s.paid_on end as paid_on
from invoice i
left join (
  select a.invoice_id, sum(a.amount)::bigint as settled,
         max(a.effective_on) filter (where a.payment_id is not null and a.amount > 0) as paid_on
  from allocation a
  where a.org_id = (select current_org()) and a.effective_on <= :asOf
  group by a.invoice_id
) s on s.invoice_id = i.id
where i.org_id = (select current_org()) and i.voided_at is null and i.kind = 'invoice'
  and i.issued_on between :since and :asOf
  and (coalesce(s.settled, 0) < i.amount or s.paid_on is not null)
