-- How is an allocation taken back? By its opposite; the open and unapplied amounts move back in the same statement.
with undone as (
  select a.*
  from allocation a
  where a.id = :undone
),
paid as (
  update payment p
  set unapplied_amount = p.unapplied_amount + u.amount
  from undone u
  where p.id = u.payment_id
),
credited as (
  update credit_note n
  set unapplied_amount = n.unapplied_amount + u.amount
  from undone u
  where n.id = u.credit_note_id
),
reopened as (
  update invoice i
  set open_amount = i.open_amount + u.amount
  from undone u
  where i.id = u.invoice_id
)
insert into allocation (invoice_id, payment_id, credit_note_id, write_off_id, amount, effective_on, reverses)
select u.invoice_id, u.payment_id, u.credit_note_id, u.write_off_id, -u.amount, :effectiveOn, u.id
from undone u
returning id
