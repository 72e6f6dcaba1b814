-- The journal: every fact as postings that balance in its currency, debits above zero and credits below. Derived, so it cannot
-- disagree with the facts. A posting is known from known_from until known_until; what a report at a moment k shows is
-- known_from <= k < known_until. Accounts are roles; which number each has in the general ledger is a setting.
create or replace view posting with (security_invoker = true) as

-- what is billed
select v.org_id, v.kind, v.invoice_id as fact_id, v.issued_on as effective_on, v.customer_id, p.account, v.currency, p.amount,
       v.invoice_id, v.number as document, v.known_from, v.known_until
from invoice_version v
cross join lateral (values
  ('receivables', v.amount),
  (case v.kind
     when 'opening_balance' then 'opening_balance'
     when 'interest' then 'interest_income'
     when 'fee' then 'fees'
     when 'chargeback' then 'deductions'
     else 'revenue'
   end, -v.amount)
) p (account, amount)

-- what came in, or was brought by a transfer; of an unknown payer it waits apart
union all
select m.org_id, case when m.transfer_id is null then 'payment' else 'transfer' end, coalesce(m.transfer_id, m.id), m.received_on,
       case when m.identified_on is null then m.customer_id end, p.account, m.currency, p.amount,
       null, coalesce(m.reference, ''), m.recorded_at, coalesce(m.voided_at, 'infinity')
from payment m
cross join lateral (values
  (case when m.transfer_id is null then 'cash' else 'transfers' end, m.amount),
  (case when m.customer_id is null or m.identified_on is not null then 'unidentified' else 'on_account' end, -m.amount)
) p (account, amount)

-- what is known to be somebody's from a day on, less what was used of it before
union all
select m.org_id, 'identification', m.id, m.identified_on, p.customer_id, p.account, m.currency, p.amount,
       null, coalesce(m.reference, ''), coalesce(m.identified_at, m.recorded_at), coalesce(m.voided_at, 'infinity')
from payment m
cross join lateral (values ('unidentified', null, m.amount), ('on_account', m.customer_id, -m.amount)) p (account, customer_id, amount)
where m.identified_on is not null
union all
select m.org_id, 'identified_' || u.kind, u.id, m.identified_on, p.customer_id, p.account, m.currency, p.amount,
       null, coalesce(m.reference, ''), greatest(u.recorded_at, coalesce(m.identified_at, m.recorded_at)), coalesce(m.voided_at, 'infinity')
from payment m
join credit_use u on u.org_id = m.org_id and u.payment_id = m.id and u.effective_on < m.identified_on
cross join lateral (values ('unidentified', null, -u.amount), ('on_account', m.customer_id, u.amount)) p (account, customer_id, amount)
where m.identified_on is not null

-- what is credited
union all
select n.org_id, 'credit_note', n.id, n.issued_on, n.customer_id, p.account, n.currency, p.amount,
       null, n.number, n.recorded_at, coalesce(n.voided_at, 'infinity')
from credit_note n
cross join lateral (values ('credit_notes', n.amount), ('open_credits', -n.amount)) p (account, amount)

-- what is settled, and by what
union all
select a.org_id,
       case
         when a.write_off_id is not null then 'write_off'
         when a.discount_id is not null then 'discount'
         when a.deduction_id is not null then 'deduction'
         else 'allocation'
       end,
       a.id, a.effective_on, p.customer_id, p.account, v.currency, p.amount, a.invoice_id, v.number,
       greatest(a.recorded_at, v.known_from, o.known_from), least(v.known_until, o.known_until)
from allocation a
join invoice_version v on v.org_id = a.org_id and v.invoice_id = a.invoice_id
left join payment_owner o on o.org_id = a.org_id and o.payment_id = a.payment_id
left join credit_note n on n.org_id = a.org_id and n.id = a.credit_note_id
cross join lateral (values
  ('receivables', v.customer_id, -a.amount),
  (case
     when a.payment_id is not null and (o.customer_id is null or o.identified_on > a.effective_on) then 'unidentified'
     when a.payment_id is not null then 'on_account'
     when a.credit_note_id is not null then 'open_credits'
     when a.write_off_id is not null then 'write_offs'
     when a.discount_id is not null then 'discounts'
     else 'deductions'
   end,
   case
     when a.payment_id is null then coalesce(n.customer_id, v.customer_id)
     when o.identified_on > a.effective_on then null
     else o.customer_id
   end, a.amount)
) p (account, customer_id, amount)
where greatest(a.recorded_at, v.known_from, o.known_from) < least(v.known_until, o.known_until)

-- what left a payment or a credit note otherwise
union all
select w.org_id, w.kind, w.id, w.effective_on, p.customer_id, p.account, coalesce(m.currency, n.currency), p.amount,
       null, coalesce(m.reference, n.number, ''), greatest(w.recorded_at, o.known_from), coalesce(o.known_until, 'infinity')
from withdrawal w
left join payment m on m.org_id = w.org_id and m.id = w.payment_id
left join payment_owner o on o.org_id = w.org_id and o.payment_id = w.payment_id
left join credit_note n on n.org_id = w.org_id and n.id = w.credit_note_id
cross join lateral (
  select case when w.payment_id is null then n.customer_id when o.identified_on > w.effective_on then null else o.customer_id end as id
) owner
cross join lateral (values
  (case when w.payment_id is null then 'open_credits' when owner.id is null then 'unidentified' else 'on_account' end, owner.id, w.amount),
  (case
     when w.kind = 'refund' then 'refunds'
     when w.kind = 'credit_note_reversal' then 'credit_notes'
     when w.kind = 'transfer' or m.transfer_id is not null then 'transfers'
     else 'cash'
   end, owner.id, -w.amount)
) p (account, customer_id, amount)
where greatest(w.recorded_at, o.known_from) < coalesce(o.known_until, 'infinity');
grant select on posting to ${app_role};
