-- Which invoices is a pack about: one, or all that a customer owes on a day; what did they say, and what is open?
select i.id, i.number, i.issued_on, i.due_on, i.reference, i.currency, i.amount, coalesce(o.open_amount, 0) as open_amount
from invoice i
left join open_invoice(:asOf) o on o.id = i.id
where i.customer_id = :customer and i.voided_at is null
  and case when cast(:invoice as bigint) is null then o.open_amount > 0 else i.id = :invoice end
order by i.due_on, i.id
