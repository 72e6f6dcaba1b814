-- The journal: every fact as postings that balance in its currency, debits above zero and credits below. Derived, so it cannot
-- disagree with the facts. A posting is known from known_from until known_until; what a report at a moment k shows is
-- known_from <= k < known_until. Accounts are roles; which number each has in the general ledger is a setting.
create or replace view posting with (security_invoker = true) as
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
union all
select m.org_id, 'payment', m.id, m.received_on, m.customer_id, p.account, m.currency, p.amount,
       null, coalesce(m.reference, ''), m.recorded_at, coalesce(m.voided_at, 'infinity')
from payment m
cross join lateral (values ('cash', m.amount), ('on_account', -m.amount)) p (account, amount)
union all
select n.org_id, 'credit_note', n.id, n.issued_on, n.customer_id, p.account, n.currency, p.amount,
       null, n.number, n.recorded_at, coalesce(n.voided_at, 'infinity')
from credit_note n
cross join lateral (values ('credit_notes', n.amount), ('open_credits', -n.amount)) p (account, amount)
union all
select a.org_id, case when a.write_off_id is null then 'allocation' else 'write_off' end, a.id, a.effective_on,
       p.customer_id, p.account, v.currency, p.amount,
       a.invoice_id, v.number, greatest(a.recorded_at, v.known_from), v.known_until
from allocation a
join invoice_version v on v.org_id = a.org_id and v.invoice_id = a.invoice_id and v.known_until > a.recorded_at
left join payment m on m.org_id = a.org_id and m.id = a.payment_id
left join credit_note n on n.org_id = a.org_id and n.id = a.credit_note_id
cross join lateral (values
  ('receivables', v.customer_id, -a.amount),
  (case
     when a.payment_id is not null then 'on_account'
     when a.credit_note_id is not null then 'open_credits'
     else 'write_offs'
   end, coalesce(m.customer_id, n.customer_id, v.customer_id), a.amount)
) p (account, customer_id, amount);
grant select on posting to ${app_role};
