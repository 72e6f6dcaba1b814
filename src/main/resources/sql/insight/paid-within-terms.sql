-- How many of the invoices that fell due in a period, and how much of them, were paid on or before the due day, in each currency?
-- What was written off, deducted or taken back by then does not count as paid (glossary, section 3: on-time rate).
select d.currency,
       count(*) as due_count,
       count(*) filter (where d.paid >= d.amount) as paid_count,
       sum(d.amount) as due_amount,
       sum(least(d.paid, d.amount)) as paid_amount
from (
  select i.id, i.currency, i.amount, coalesce((
    select sum(a.amount)
    from allocation a
    where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= i.due_on
      and a.write_off_id is null and a.deduction_id is null
  ), 0) as paid
  from invoice i
  where i.voided_at is null and i.kind = 'invoice' and i.due_on between :fromOn and :toOn
) d
group by d.currency
order by d.currency
