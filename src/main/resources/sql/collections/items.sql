-- What is known of every open item of these customers on this day, and what was decided for it last?
-- Full joins, because they are always hashed or merged: right after an import the database has no statistics, would take
-- these tables for empty, and would go through a whole one for each item.
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
       greatest(s.step, k.left_out) as last_step,
       case when k.left_out > coalesce(s.step, 0) then k.left_out_on else s.taken_on end as last_step_on,
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
       v.received,
       v.received_on,
       v.inquired_on,
       v.deadline_on,
       q.reason as closing_reason,
       q.doubts,
       q.agreed_by,
       q.agreed_on,
       q.closed_on,
       coalesce(q.done_on <= :today, false) as agreed_done,
       a.answers,
       greatest(c.left_behind, k.step) as left_behind,
       i.due_on < :today and not coalesce(v.reminded, false) and (k.unexcused or v.remindable) as own_fault,
       r.id is not null as lacks_order
from owed i
full join (
  select *
  from decision
  where superseded_on is null and invoice_id = any (array(select id from owed))
) c on c.invoice_id = i.id
full join (
  select distinct on (invoice_id) invoice_id, step, taken_on
  from step_taken
  where taken_on <= :today and invoice_id = any (array(select id from owed))
  order by invoice_id, cycle desc, step desc
) s on s.invoice_id = i.id
full join (
  select invoice_id, opened_on
  from dispute
  where opened_on <= :today and (closed_on is null or closed_on > :today) and invoice_id = any (array(select id from owed))
) d on d.invoice_id = i.id
full join (
  select invoice_id, max(until_on) as until_on, max(reason) as reason
  from hold
  where from_on <= :today and until_on >= :today and (ended_on is null or ended_on > :today)
    and invoice_id = any (array(select id from owed))
  group by invoice_id
) h on h.invoice_id = i.id
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
-- how it came through its stages: what shows that it arrived, how the inquiry ended, what was vouched for, what was left out
full join (
  select e.invoice_id,
         max(e.grade) as received,
         max(e.on_date) filter (where e.grade > 1) as received_on,
         min(e.on_date) filter (where e.stage = 4) as inquired_on,
         max(e.deadline_on) as deadline_on,
         bool_or(e.stage = 3 and e.grade > 1) as reminded,
         bool_or(e.stage = 3 and e.how = 'mail') as remindable
  from (
    select t.invoice_id, t.taken_on as on_date, t.stage, t.how, t.deadline_on,
           case when m.state = 'sent' and b.id is null then 2 else 1 end as grade
    from step_taken t
    left join message m on m.org_id = t.org_id and m.id = t.message_id
    left join delivery_evidence b
      on b.org_id = t.org_id and b.message_id = t.message_id and b.invoice_id = t.invoice_id and b.grade = 0
    where t.taken_on <= :today and t.invoice_id = any (array(select id from owed))
    union all
    select d.invoice_id, d.happened_on, null, null, null, d.grade
    from delivery_evidence d
    where d.happened_on <= :today and d.invoice_id = any (array(select id from owed))
  ) e
  group by e.invoice_id
) v on v.invoice_id = i.id
full join (
  select distinct on (invoice_id) invoice_id, reason, doubts, agreed_by, agreed_on, closed_on, done_on
  from inquiry_closing
  where closed_on <= :today and invoice_id = any (array(select id from owed))
  order by invoice_id, id desc
) q on q.invoice_id = i.id
full join (
  select invoice_id, string_agg(question || ':' || is_so || ':' || answered_on, ',' order by id) as answers
  from pressure_answer
  where answered_on <= :today and invoice_id = any (array(select id from owed))
  group by invoice_id
) a on a.invoice_id = i.id
full join (
  select invoice_id, max(step) as step, bool_or(stage = 3 and not is_excused) as unexcused,
         max(step) filter (where by_person) as left_out, max(skipped_on) filter (where by_person) as left_out_on
  from step_skipped
  where skipped_on <= :today and invoice_id = any (array(select id from owed))
  group by invoice_id
) k on k.invoice_id = i.id
full join (
  select n.id
  from order_demand o
  join invoice n on n.org_id = o.org_id and n.customer_id = o.customer_id
  where o.since_on <= :today and coalesce(n.reference, '') = '' and n.id = any (array(select id from owed))
) r on r.id = i.id
order by i.customer_id, i.due_on, i.id
