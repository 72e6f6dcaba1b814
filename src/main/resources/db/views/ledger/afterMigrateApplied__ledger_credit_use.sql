-- What left a payment or a credit note other than by settling invoices; below zero where it was taken back.
create or replace view withdrawal with (security_invoker = true) as
select r.org_id, 'refund' as kind, r.id, r.payment_id, r.credit_note_id, r.amount, r.effective_on, r.reason, r.reverses, r.recorded_at
from refund r
union all
select t.org_id, 'transfer', t.id, t.payment_id, null, t.amount, t.effective_on, t.reason, t.reverses, t.recorded_at
from transfer t
union all
select p.org_id, 'payment_reversal', p.id, p.payment_id, null, p.amount, p.effective_on, p.reason, p.reverses, p.recorded_at
from payment_reversal p
union all
select c.org_id, 'credit_note_reversal', c.id, null, c.credit_note_id, c.amount, c.effective_on, c.reason, c.reverses, c.recorded_at
from credit_note_reversal c;
grant select on withdrawal to ${app_role};

-- Everything that uses a payment or a credit note: what it settles, and what left it otherwise. Its amount less these is unapplied.
create or replace view credit_use with (security_invoker = true) as
select a.org_id, a.payment_id, a.credit_note_id, a.amount, a.effective_on, a.reverses is not null as is_reversal
from allocation a
where a.payment_id is not null
union all
select a.org_id, null, a.credit_note_id, a.amount, a.effective_on, a.reverses is not null
from allocation a
where a.credit_note_id is not null
union all
select w.org_id, w.payment_id, w.credit_note_id, w.amount, w.effective_on, w.reverses is not null
from withdrawal w;
grant select on credit_use to ${app_role};
