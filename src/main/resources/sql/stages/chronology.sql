-- What happened to an invoice up to a day, in the order in which it happened? Contacts with the customer that name no invoice
-- count for each that was issued by then.
with subject as (
  select *
  from invoice
  where id = :invoice and voided_at is null
)
select h.*
from (
  select i.issued_on as on_date, i.recorded_at as at, 'issued' as kind, i.id as subject_id, 1 as stage, 0 as step, ''::text as name,
         coalesce(i.reference, '') as detail, '' as state, i.currency, i.amount, i.due_on as until_on, '' as author
  from subject i
  union all
  select t.taken_on, t.recorded_at, 'step', coalesce(t.message_id, 0), t.stage, t.step, coalesce(v.name, ''),
         coalesce(m.to_address, ''), coalesce(m.state, t.how), i.currency, t.open_amount, t.deadline_on, ''
  from subject i
  join step_taken t on t.org_id = i.org_id and t.invoice_id = i.id
  left join message m on m.org_id = t.org_id and m.id = t.message_id
  left join strategy_step v on v.org_id = t.org_id and v.version_id = t.strategy_version_id and v.number = t.step
  union all
  select s.skipped_on, s.recorded_at, 'skipped', 0, s.stage, s.step, s.name, s.reason,
         case when s.is_excused then 'excused' else 'missing' end, null, null, s.due_on, s.author
  from subject i
  join step_skipped s on s.org_id = i.org_id and s.invoice_id = i.id
  union all
  select e.happened_on, e.recorded_at, 'evidence', e.id, 2, e.grade, '', e.detail, e.source, null, null, null, e.author
  from subject i
  join delivery_evidence e on e.org_id = i.org_id and e.invoice_id = i.id
  union all
  select c.closed_on, c.recorded_at, 'closing', c.id, 4, 0, '', c.agreed,
         c.reason || coalesce('/' || c.agreed_by, ''), null, null, c.agreed_on, c.author
  from subject i
  join inquiry_closing c on c.org_id = i.org_id and c.invoice_id = i.id
  union all
  select c.done_on, c.recorded_at, 'done', c.id, 4, 0, '', c.agreed, '', null, null, null, c.done_by
  from subject i
  join inquiry_closing c on c.org_id = i.org_id and c.invoice_id = i.id and c.done_on is not null
  union all
  select p.answered_on, p.recorded_at, 'answer', p.id, 5, 0, '', p.reason, p.question || case when p.is_so then '/yes' else '/no' end,
         null, null, null, p.author
  from subject i
  join pressure_answer p on p.org_id = i.org_id and p.invoice_id = i.id
  union all
  select x.happened_on, x.recorded_at, 'contact', x.id, null, 0, '', x.body,
         x.kind || '/' || x.direction || '/' || coalesce(x.outcome, ''), x.expected_currency, x.expected_amount, x.expected_on, x.author
  from subject i
  join interaction x on x.org_id = i.org_id and x.customer_id = i.customer_id and x.happened_on >= i.issued_on
  where exists (
      select from interaction_invoice n where n.org_id = x.org_id and n.interaction_id = x.id and n.invoice_id = i.id)
    or not exists (select from interaction_invoice n where n.org_id = x.org_id and n.interaction_id = x.id)
  union all
  select p.made_on, p.recorded_at, 'promise', p.id, null, 0, '', '', p.state, p.currency, p.amount, p.due_on, p.author
  from subject i
  join promise p on p.org_id = i.org_id and p.customer_id = i.customer_id and p.made_on >= i.issued_on
  where exists (select from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id and n.invoice_id = i.id)
    or not exists (select from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id)
  union all
  select d.opened_on, d.recorded_at, 'dispute', d.id, null, 0, '', d.reason, case when d.closed_on is null then 'open' else 'closed' end,
         null, null, d.closed_on, d.author
  from subject i
  join dispute d on d.org_id = i.org_id and d.invoice_id = i.id
  union all
  select h.from_on, h.recorded_at, 'hold', h.id, null, 0, '', h.reason, '', null, null, coalesce(h.ended_on, h.until_on), h.author
  from subject i
  join hold h on h.org_id = i.org_id and h.customer_id = i.customer_id and h.from_on >= i.issued_on
  where h.invoice_id is null or h.invoice_id = i.id
  union all
  select a.effective_on, a.recorded_at, 'settled', a.id, null, 0, '', coalesce(w.reason, y.reference, k.number, ''),
         case when a.payment_id is not null then 'payment' when a.credit_note_id is not null then 'credit_note' else 'write_off' end,
         i.currency, a.amount, null, ''
  from subject i
  join allocation a on a.org_id = i.org_id and a.invoice_id = i.id
  left join payment y on y.org_id = a.org_id and y.id = a.payment_id
  left join credit_note k on k.org_id = a.org_id and k.id = a.credit_note_id
  left join write_off w on w.org_id = a.org_id and w.id = a.write_off_id
  union all
  select p.decided_on, p.decided_at, 'placed', p.id, 6, 0, g.name, p.reason, 'placed', p.currency, p.amount, null, p.decided_by
  from subject i
  join placement p on p.org_id = i.org_id and p.invoice_id = i.id and p.decided_on is not null and p.refused_why is null
  join agency g on g.org_id = p.org_id and g.id = p.agency_id
  union all
  select p.recalled_on, p.recalled_at, 'placed', p.id, 6, 0, g.name, p.recall_why, 'recalled', null, null, null, p.recalled_by
  from subject i
  join placement p on p.org_id = i.org_id and p.invoice_id = i.id and p.recalled_on is not null
  join agency g on g.org_id = p.org_id and g.id = p.agency_id
) h
where h.on_date <= :asOf
order by h.on_date, h.at, h.kind, h.subject_id
limit 1000
