-- How are allocations taken back? By their opposites, at the earliest on their own days; the open and unapplied amounts move
-- back in the same statement.
with undone as (
  select a.*
  from allocation a
  where a.id = any(:undone)
),
paid as (
  update payment p
  set unapplied_amount = p.unapplied_amount + u.amount
  from (select payment_id, sum(amount) as amount from undone group by payment_id) u
  where p.id = u.payment_id
),
credited as (
  update credit_note n
  set unapplied_amount = n.unapplied_amount + u.amount
  from (select credit_note_id, sum(amount) as amount from undone group by credit_note_id) u
  where n.id = u.credit_note_id
),
reopened as (
  update invoice i
  set open_amount = i.open_amount + u.amount
  from (select invoice_id, sum(amount) as amount from undone group by invoice_id) u
  where i.id = u.invoice_id
)
insert into allocation
  (invoice_id, payment_id, credit_note_id, write_off_id, discount_id, deduction_id, amount, effective_on, reverses, made_by)
select u.invoice_id, u.payment_id, u.credit_note_id, u.write_off_id, u.discount_id, u.deduction_id, -u.amount,
       greatest(u.effective_on, cast(:effectiveOn as date)), u.id, :madeBy
from undone u
returning id
