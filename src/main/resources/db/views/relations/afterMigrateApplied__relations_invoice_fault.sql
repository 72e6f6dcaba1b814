-- What payers had to ask, contest or tell us about an invoice: questions that concern it, disputes, and our own mistakes that they
-- mentioned when we called. Formula: glossary, section 3, invoice accuracy.
create or replace view invoice_fault with (security_invoker = true) as
select q.org_id, q.invoice_id, 'question'::text as kind, q.id as subject_id, coalesce(c.cause, 'question') as cause, q.asked_on as on_date,
       q.body as said
from question q
left join lateral (
  select k.cause
  from question_cause k
  where k.org_id = q.org_id and k.question_id = q.id
  order by k.id desc
  limit 1
) c on true
where q.invoice_id is not null and coalesce(c.cause, '') <> 'unrelated'
union all
select d.org_id, d.invoice_id, 'dispute', d.id, d.code, d.opened_on, d.reason
from dispute d
union all
select x.org_id, n.invoice_id, 'call', x.id, x.outcome, x.happened_on, x.body
from interaction x
join interaction_invoice n on n.org_id = x.org_id and n.interaction_id = x.id
where x.outcome in ('invoice_error', 'needs_po')
union all
select k.org_id, k.invoice_id, 'inquiry', k.id, k.reason, k.closed_on, k.agreed
from inquiry_closing k
where k.doubts = 'correct' or k.reason = 'no_invoice';
grant select on invoice_fault to ${app_role};
