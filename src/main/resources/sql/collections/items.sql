-- What is known of every open item of these customers on this day, and what was decided for it last?
-- Full joins, because they are always hashed or merged: right after an import the database has no statistics, would take
-- these tables for empty, and would go through a whole one for each item. What stands between slashes and stars is asked only where
-- it is to be answered as of a moment that is over.
with owed as materialized (
  select *
  from open_invoice(:today)
  where customer_id between :first and :last
)
select i.id,
       i.customer_id,
       i.number,
       i.issued_on,
       i.due_on,
       i.currency,
       i.amount,
       i.open_amount,
       coalesce(n.amount, i.open_amount) as due_amount,
       s.step as last_step,
       s.taken_on as last_step_on,
       s.strategy_version_id as last_version_id,
       v.invoice_id is not null as is_delivered,
       d.opened_on as disputed_on,
       h.until_on as held_until,
       h.reason as held_reason,
       c.id as decision_id,
       c.action,
       c.stage,
       c.step,
       c.code,
       c.reason,
       c.next_on,
       k.placed_on,
       k.debited_since,
       k.debit_on
from owed i
full join (
  select *
  from decision
  where superseded_on is null and invoice_id = any (array(select id from owed))
) c on c.invoice_id = i.id
full join (
  select distinct on (invoice_id) invoice_id, step, taken_on, strategy_version_id
  from step_taken
  where taken_on <= :today /* and recorded_at <= :known */ and invoice_id = any (array(select id from owed))
  order by invoice_id, taken_on desc, cycle desc, step desc
) s on s.invoice_id = i.id
full join (
  select invoice_id, opened_on
  from dispute
  where opened_on <= :today and (closed_on is null or closed_on > :today) /* and recorded_at <= :known */ and invoice_id = any (array(select id from owed))
) d on d.invoice_id = i.id
full join (
  select invoice_id, max(until_on) as until_on, max(reason) as reason
  from hold
  where from_on <= :today and until_on >= :today and (ended_on is null or ended_on > :today) /* and recorded_at <= :known */
    and invoice_id = any (array(select id from owed))
  group by invoice_id
) h on h.invoice_id = i.id
full join (
  select distinct l.invoice_id
  from interaction_invoice l
  join interaction a on a.id = l.interaction_id
  where a.happened_on <= :today and l.invoice_id = any (array(select id from owed))
    and (a.direction = 'in' or a.outcome not in ('no_answer', 'voicemail', 'wrong_person', 'needs_copy'))
) v on v.invoice_id = i.id
full join (
  select l.invoice_id, sum(least(l.amount, l.upto - l.settled)) as amount
  from (
    select p.invoice_id, p.amount, p.due_on, o.due_on as first_due_on, o.amount - o.open_amount as settled,
           sum(p.amount) over (partition by p.invoice_id order by p.line) as upto
    from instalment p
    join owed o on o.id = p.invoice_id
  ) l
  where l.upto > l.settled and l.due_on <= greatest(l.first_due_on, :today)
  group by l.invoice_id
) n on n.invoice_id = i.id
full join (
  select invoice_id, max(from_on) filter (where kind = 'placed') as placed_on,
         max(from_on) filter (where kind = 'direct_debit') as debited_since, max(debit_on) as debit_on
  from condition
  where from_on <= :today and (ended_on is null or ended_on > :today) and invoice_id = any (array(select id from owed))
  group by invoice_id
) k on k.invoice_id = i.id
order by i.customer_id, i.due_on, i.id
