-- The select of a night with nothing to do, by hand: every open item with its last step, its agreements and its decision.
select i.id, i.customer_id, i.number, i.issued_on, i.due_on, i.currency, i.amount, i.open_amount,
       s.step as last_step, s.taken_on as last_step_on, d.opened_on as disputed_on, h.until_on as held_until, h.reason as held_reason,
       c.id as decision_id, c.action, c.stage, c.step, c.code, c.reason, c.next_on
from open_invoice(:today) i
left join (
  select distinct on (t.invoice_id) t.invoice_id, t.step, t.taken_on
  from step_taken t
  where t.taken_on <= :today
  order by t.invoice_id, t.cycle desc, t.step desc
) s on s.invoice_id = i.id
left join dispute d on d.invoice_id = i.id and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today)
left join (
  select g.invoice_id, max(g.until_on) as until_on, max(g.reason) as reason
  from hold g
  where g.invoice_id is not null and :today between g.from_on and g.until_on and (g.ended_on is null or g.ended_on > :today)
  group by g.invoice_id
) h on h.invoice_id = i.id
left join decision c on c.invoice_id = i.id and c.superseded_on is null
order by i.customer_id, i.due_on, i.id
