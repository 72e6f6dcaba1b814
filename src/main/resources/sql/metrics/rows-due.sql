-- What fell due, and what of it was paid by then? What was written off, deducted or taken back by then does not count as paid.
select d.due_on as on_day, d.customer_id, d.currency, least(d.paid, d.amount) as part, d.amount as whole, cast(null as int) as stage,
       d.number as label, '/invoices/' || d.id as url
from (
  select i.id, i.number, i.customer_id, i.currency, i.due_on, i.amount, coalesce((
    select sum(a.amount)
    from allocation a
    where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= i.due_on
      and a.write_off_id is null and a.deduction_id is null), 0) as paid
  from invoice i
  where i.kind = 'invoice' and i.voided_at is null and i.due_on between :fromOn and :toOn
) d
