-- What did payers keep back, why, and what became of it? The caller adds its conditions.
select d.id,
       d.invoice_id,
       i.number as invoice_number,
       i.customer_id,
       d.payment_id,
       d.amount,
       i.currency,
       d.code,
       d.note,
       d.taken_on,
       d.state,
       d.settled_on,
       d.settled_by
from deduction d
join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
where i.voided_at is null
