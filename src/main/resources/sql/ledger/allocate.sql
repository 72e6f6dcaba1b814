-- How are invoices settled from one source, such as a payment or a write-off? One statement records the allocations and moves the
-- open and unapplied amounts with them. An allocation takes effect on the day given, but not before both its ends exist, and
-- not before what was taken back at either end was free again: else more than all of it would be settled in between.
with share as (
  select * from unnest(cast(:invoices as bigint[]), cast(:amounts as bigint[])) as s (invoice_id, amount)
),
paid as (
  update payment p
  set unapplied_amount = p.unapplied_amount - (select sum(s.amount) from share s)
  where p.id = cast(:payment as bigint)
  returning greatest(p.received_on, p.identified_on) as dated_on,
            (select max(u.effective_on) from credit_use u where u.payment_id = p.id and u.is_reversal) as free_on
),
credited as (
  update credit_note n
  set unapplied_amount = n.unapplied_amount - (select sum(s.amount) from share s)
  where n.id = cast(:creditNote as bigint)
  returning n.issued_on as dated_on,
            (select max(u.effective_on) from credit_use u where u.credit_note_id = n.id and u.is_reversal) as free_on
),
source as (
  select dated_on, free_on from paid
  union all
  select dated_on, free_on from credited
  union all
  select w.written_on, null from write_off w where w.id = cast(:writeOff as bigint)
  union all
  select d.taken_on, null from discount_taken d where d.id = cast(:discount as bigint)
  union all
  select d.settled_on, null from deduction d where d.id = cast(:deduction as bigint)
),
settled as (
  update invoice i
  set open_amount = i.open_amount - s.amount
  from share s
  where i.id = s.invoice_id
  returning i.id, s.amount, i.issued_on,
            (select max(a.effective_on) from allocation a where a.invoice_id = i.id and a.reverses is not null) as free_on
)
insert into allocation
  (invoice_id, payment_id, credit_note_id, write_off_id, discount_id, deduction_id, amount, effective_on, made_by)
select t.id,
       cast(:payment as bigint),
       cast(:creditNote as bigint),
       cast(:writeOff as bigint),
       cast(:discount as bigint),
       cast(:deduction as bigint),
       t.amount,
       greatest(cast(:effectiveOn as date), t.issued_on, t.free_on, source.dated_on, source.free_on),
       :madeBy
from settled t
cross join source
returning id, invoice_id, effective_on
