-- The select of a night with nothing to do, by hand: every open item with what is agreed about it, the way it came and its decision.
select i.id, i.customer_id, i.number, i.issued_on, i.due_on, i.currency, i.amount, i.open_amount,
       s.step as last_step, s.taken_on as last_step_on, s.strategy_version_id as last_version_id,
       w.received_on, w.reminded, w.inquired_on, w.deadline_on,
       d.opened_on as disputed_on, d.amount as disputed_amount, h.until_on as held_until, h.reason as held_reason,
       c.id as decision_id, c.action, c.stage, c.step, c.code, c.reason, c.next_on, c.strategy_version_id as decided_under,
       l.part as instalments, mk.placed_on, mk.debited_since, mk.debit_on, e.grade, e.received_on as shown_on,
       q.reason as closing_reason, q.doubts, q.agreed_by, q.agreed_on, q.closed_on, q.done_on, a.answers, k.skipped, k.unexcused, k.by_person,
       o.since_on as order_since, m.*
from open_invoice(:today) i
left join (
  select distinct on (t.invoice_id) t.invoice_id, t.step, t.taken_on, t.strategy_version_id
  from step_taken t
  where t.taken_on <= :today
  order by t.invoice_id, t.taken_on desc, t.cycle desc, t.step desc
) s on s.invoice_id = i.id
left join (
  -- the steps whose message left and did not come back
  select t.invoice_id, max(t.taken_on) filter (where g.id is null and b.message_id is null) as received_on,
         bool_or(t.stage = 3 and g.id is null and b.message_id is null) as reminded,
         min(t.taken_on) filter (where t.stage = 4) as inquired_on, max(t.deadline_on) as deadline_on
  from step_taken t
  left join message g on g.id = t.message_id and g.state in ('planned', 'retry', 'claimed', 'sending', 'unknown', 'failed')
  left join (select distinct message_id from delivery_evidence where grade = 0) b on b.message_id = t.message_id
  where t.taken_on <= :today and t.message_id is not null
  group by t.invoice_id
) w on w.invoice_id = i.id
left join dispute d on d.invoice_id = i.id and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today)
left join (
  select g.invoice_id, max(g.until_on) as until_on, max(g.reason) as reason
  from hold g
  where g.invoice_id is not null and :today between g.from_on and g.until_on and (g.ended_on is null or g.ended_on > :today)
  group by g.invoice_id
) h on h.invoice_id = i.id
left join decision c on c.invoice_id = i.id and c.superseded_on is null
left join (
  select p.invoice_id, jsonb_agg(jsonb_build_array(p.due_on, p.amount) order by p.line) as part
  from instalment p
  group by p.invoice_id
) l on l.invoice_id = i.id
left join (
  select t.invoice_id, max(t.from_on) filter (where t.kind = 'placed') as placed_on,
         max(t.from_on) filter (where t.kind = 'direct_debit') as debited_since, max(t.debit_on) as debit_on
  from condition t
  where t.from_on <= :today and (t.ended_on is null or t.ended_on > :today)
  group by t.invoice_id
) mk on mk.invoice_id = i.id
left join (
  select t.invoice_id, max(t.grade) as grade, max(t.happened_on) as received_on
  from delivery_evidence t
  where t.grade > 0 and t.happened_on <= :today
  group by t.invoice_id
) e on e.invoice_id = i.id
left join (
  select distinct on (t.invoice_id) t.invoice_id, t.reason, t.doubts, t.agreed_by, t.agreed_on, t.closed_on, t.done_on
  from inquiry_closing t
  where t.closed_on <= :today
  order by t.invoice_id, t.id desc
) q on q.invoice_id = i.id
left join (
  select t.invoice_id, string_agg(t.question || ':' || t.is_so || ':' || t.answered_on, ',' order by t.id) as answers
  from pressure_answer t
  where t.answered_on <= :today
  group by t.invoice_id
) a on a.invoice_id = i.id
left join (
  select t.invoice_id, max(t.step) as skipped, bool_or(t.stage = 3 and not t.is_excused) as unexcused, bool_or(t.by_person) as by_person
  from step_skipped t
  where t.skipped_on <= :today
  group by t.invoice_id
) k on k.invoice_id = i.id
left join order_demand o on o.customer_id = i.customer_id and o.since_on <= :today
left join invoice_matter(:today) m on m.invoice_id = i.id
order by i.customer_id, i.due_on, i.id
