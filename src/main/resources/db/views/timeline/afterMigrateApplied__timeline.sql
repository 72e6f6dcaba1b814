-- Everything that happened to a customer, read from the facts themselves; nothing is copied, so nothing can disagree.
create or replace view customer_timeline with (security_invoker = true) as
select i.org_id, i.customer_id, i.issued_on as on_date, i.recorded_at as at, 'invoice' as kind, i.id as subject_id, i.id as invoice_id,
       i.number as title, ''::text as detail, i.currency, i.amount, null::date as until_on, ''::text as state, ''::text as author
from invoice i
where i.voided_at is null
union all
select c.org_id, c.customer_id, c.issued_on, c.recorded_at, 'credit_note', c.id, null, c.number, coalesce(c.reason, ''), c.currency, c.amount,
       null, '', ''
from credit_note c
where c.voided_at is null
union all
select p.org_id, p.customer_id, p.received_on, p.recorded_at, 'payment', p.id, null, coalesce(p.reference, ''), '', p.currency, p.amount,
       null, '', ''
from payment p
where p.voided_at is null and p.transfer_id is null
union all
-- what left a payment or a credit note otherwise; below zero where it was taken back
select w.org_id, coalesce(p.customer_id, n.customer_id), w.effective_on, w.recorded_at, w.kind, w.id, null, coalesce(n.number, p.reference, ''),
       w.reason, coalesce(p.currency, n.currency), w.amount, null, '', ''
from withdrawal w
left join payment p on p.org_id = w.org_id and p.id = w.payment_id
left join credit_note n on n.org_id = w.org_id and n.id = w.credit_note_id
where w.kind <> 'transfer' and p.transfer_id is null
union all
-- a transfer at both its ends, each naming the other
select t.org_id, p.customer_id, t.effective_on, t.recorded_at, 'transfer', t.id, null, c.name, t.reason, p.currency, t.amount, null, '', ''
from transfer t
join payment p on p.org_id = t.org_id and p.id = t.payment_id
join payment h on h.org_id = t.org_id and h.transfer_id = coalesce(t.reverses, t.id)
join customer c on c.org_id = h.org_id and c.id = h.customer_id
union all
select t.org_id, h.customer_id, t.effective_on, t.recorded_at, 'transfer_in', t.id, null, c.name, t.reason, p.currency, t.amount, null, '', ''
from transfer t
join payment p on p.org_id = t.org_id and p.id = t.payment_id
join payment h on h.org_id = t.org_id and h.transfer_id = coalesce(t.reverses, t.id)
join customer c on c.org_id = p.org_id and c.id = p.customer_id
union all
select d.org_id, i.customer_id, d.taken_on, d.recorded_at, 'deduction', d.id, i.id, i.number,
       replace(d.code, '_', ' ') || coalesce(': ' || d.note, ''), i.currency, d.amount, d.settled_on, d.state, ''
from deduction d
join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
union all
select r.org_id, i.customer_id, a.effective_on, r.recorded_at, 'recovery', a.id, i.id, i.number, '', i.currency, a.amount, null,
       case when b.id is null then '' else 'taken_back' end, ''
from recovery r
join allocation a on a.org_id = r.org_id and a.id = r.allocation_id
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
left join allocation b on b.org_id = a.org_id and b.reverses = a.id
union all
select w.org_id, i.customer_id, w.written_on, w.recorded_at, 'write_off', w.id, i.id, i.number, w.reason, i.currency, w.amount, null, '', ''
from write_off w
join invoice i on i.org_id = w.org_id and i.id = w.invoice_id
union all
select x.org_id, x.customer_id, x.happened_on, x.recorded_at, x.kind, x.id, null, coalesce(x.outcome, ''),
       x.body, x.expected_currency, x.expected_amount, x.expected_on, coalesce(x.no_expectation, ''), x.author
from interaction x
union all
select p.org_id, p.customer_id, p.made_on, p.recorded_at, 'promise', p.id, null, '', '', p.currency, p.amount, p.due_on, p.state, p.author
from promise p
union all
select h.org_id, h.customer_id, h.from_on, h.recorded_at, 'hold', h.id, h.invoice_id, '', h.reason, null, null,
       coalesce(h.ended_on, h.until_on), case when h.ended_on is null then 'running' else 'ended' end, h.author
from hold h
union all
select d.org_id, i.customer_id, d.opened_on, d.recorded_at, 'dispute', d.id, i.id, i.number, d.reason, i.currency, coalesce(d.amount, i.amount),
       d.closed_on, case when d.closed_on is null then 'open' else coalesce(d.outcome, 'closed') end, d.author
from dispute d
join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
union all
select q.org_id, q.customer_id, q.asked_on, q.recorded_at, 'question', q.id, q.invoice_id, coalesce(i.number, ''), q.body, null, null,
       q.answered_on, case when q.answered_on is null then 'open' else 'answered' end, q.author
from question q
left join invoice i on i.org_id = q.org_id and i.id = q.invoice_id
union all
select p.org_id, p.customer_id, p.proposed_on, p.recorded_at, 'plan', p.id, null, '', coalesce(p.end_reason, ''), p.currency, p.amount,
       (select max(l.due_on) from plan_line l where l.org_id = p.org_id and l.plan_id = p.id), p.state, p.author
from plan p
union all
select q.org_id, q.customer_id, q.answered_on, coalesce(q.answered_at, q.recorded_at), 'quote', q.id, null,
       'Q-' || q.year || '-' || lpad(q.seq::text, greatest(4, length(q.seq::text)), '0'), coalesce(q.reason, ''), null, null, null,
       case when q.is_accepted then 'accepted' else 'declined' end, q.answered_by
from quote q
where q.answered_on is not null
union all
select f.org_id, f.customer_id, f.from_on, f.recorded_at, 'flag', f.id, null, '', f.reason, null, null,
       f.ended_on, case when f.ended_on is null then 'standing' else 'taken back' end, f.author
from debtor_flag f
union all
select m.org_id, m.customer_id, coalesce(m.posted_on, m.window_on), m.recorded_at,
       case m.channel when 'mail' then 'message' when 'portal' then 'notice' else m.channel end, m.id, null, m.template, replace(m.to_address, e'\n', ', '),
       null, null, null, case when m.seen_at is not null then 'seen' else m.state end, m.author
from message m
union all
select h.org_id, i.customer_id, h.decided_on, h.recorded_at, 'charge', h.id, i.id, i.number,
       case when h.state = 'claimed' then h.stage else h.reason end, h.currency, h.amount, h.held_until, h.state, h.author
from charge h
join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
union all
-- a letter that somebody else got for this customer
select distinct m.org_id, i.customer_id, coalesce(m.posted_on, m.window_on), m.recorded_at,
       case m.channel when 'mail' then 'message' when 'portal' then 'notice' else m.channel end, m.id, null::bigint, m.template,
       replace(m.to_address, e'\n', ', '), null::char(3), null::bigint, null::date, m.state, 'Dunwell'
from step_taken t
join invoice i on i.org_id = t.org_id and i.id = t.invoice_id
join message m on m.org_id = t.org_id and m.id = t.message_id
where m.customer_id <> i.customer_id
union all
select p.org_id, i.customer_id, p.decided_on, p.decided_at, 'placement', p.id, i.id, i.number, a.name, p.currency, p.amount, null,
       case when p.recalled_on is null then 'placed' else 'recalled' end, p.decided_by
from placement p
join agency a on a.org_id = p.org_id and a.id = p.agency_id
join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
where p.pack_id is not null
union all
select p.org_id, i.customer_id, p.recalled_on, p.recalled_at, 'recall', p.id, i.id, i.number, a.name || ': ' || p.recall_why, null, null,
       null, '', p.recalled_by
from placement p
join agency a on a.org_id = p.org_id and a.id = p.agency_id
join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
where p.recalled_on is not null
union all
select e.org_id, i.customer_id, e.happened_on, e.recorded_at, 'agency', e.id, i.id, e.kind, e.body,
       case when e.amount is null then null else p.currency end, e.amount, e.due_on, '', e.author
from agency_entry e
join placement p on p.org_id = e.org_id and p.id = e.placement_id
join invoice i on i.org_id = p.org_id and i.id = p.invoice_id;
grant select on customer_timeline to ${app_role};
