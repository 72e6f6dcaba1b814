-- Independent of the product: the flows of a book between two days, each by a plain sum over the facts.
select c.currency,
  (select coalesce(sum(i.amount), 0) from invoice i
   where i.currency = c.currency and i.kind = 'invoice' and i.voided_at is null and i.issued_on between :fromOn and :toOn) as billed,
  (select coalesce(sum(i.amount), 0) from invoice i
   where i.currency = c.currency and i.kind <> 'invoice' and i.voided_at is null and i.issued_on between :fromOn and :toOn) as charged,
  (select coalesce(sum(a.amount), 0) from allocation a join invoice i on i.id = a.invoice_id
   where i.currency = c.currency and i.voided_at is null and a.payment_id is not null
     and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn) as collected,
  (select coalesce(sum(a.amount), 0) from allocation a join invoice i on i.id = a.invoice_id
   where i.currency = c.currency and i.voided_at is null and a.credit_note_id is not null
     and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn) as credited,
  (select coalesce(sum(a.amount), 0) from allocation a join invoice i on i.id = a.invoice_id
   where i.currency = c.currency and i.voided_at is null and a.write_off_id is not null
     and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn) as written_off,
  (select coalesce(sum(a.amount), 0) from allocation a join invoice i on i.id = a.invoice_id
   where i.currency = c.currency and i.voided_at is null and (a.discount_id is not null or a.deduction_id is not null)
     and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn) as deducted,
  (select coalesce(sum(a.amount * (greatest(a.effective_on, i.issued_on) - i.issued_on)), 0) from allocation a join invoice i on i.id = a.invoice_id
   where i.currency = c.currency and i.voided_at is null and a.payment_id is not null
     and greatest(a.effective_on, i.issued_on) between :fromOn and :toOn) as paid_days,
  (select coalesce(sum(o.open_amount * (cast(:toOn as date) - o.due_on)), 0) from open_line(:toOn) o
   where o.currency = c.currency and o.due_on < :toOn) as open_late_days,
  (select coalesce(sum(o.open_amount * (cast(:toOn as date) - o.issued_on)), 0) from open_invoice(:toOn) o join invoice i on i.id = o.id
   where o.currency = c.currency and i.kind = 'invoice') as open_days
from (select distinct i.currency from invoice i where i.voided_at is null) c
