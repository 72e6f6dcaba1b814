-- What is known of every open item of these customers on this day, and what was decided for it last?
-- Full joins, because they are always hashed or merged: right after an import the database has no statistics, would take
-- these tables for empty, and would go through a whole one for each item. What stands between slashes and stars is asked only where
-- it is to be answered as of a moment that is over.
with owed as materialized (
  select *
  from open_invoice(:today)
  where customer_id between :first and :last
), named as materialized (
  select array_agg(id) as ids
  from owed
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
       case when k.left_out is not null then k.left_out else s.step end as last_step,
       case when k.left_out is not null then k.left_out_on else s.taken_on end as last_step_on,
       case when k.left_out is not null then k.left_out_under else s.strategy_version_id end as last_version_id,
       d.opened_on as disputed_on,
       d.amount as disputed_amount,
       h.until_on as held_until,
       h.reason as held_reason,
       c.id as decision_id,
       c.action,
       c.stage,
       c.step,
       c.code,
       c.reason,
       c.next_on,
       mk.placed_on,
       mk.debited_since,
       mk.debit_on,
       c.strategy_version_id as decided_under,
       greatest(s.received, e.grade) as received,
       greatest(s.received_on, e.received_on) as received_on,
       s.inquired_on,
       s.deadline_on,
       q.reason as closing_reason,
       q.doubts,
       q.agreed_by,
       q.agreed_on,
       q.closed_on,
       coalesce(q.done_on <= :today, false) as agreed_done,
       a.answers,
       greatest(c.left_behind, k.step) as left_behind,
       i.due_on < :today and not coalesce(s.reminded, false) and (k.unexcused or s.remindable) as own_fault,
       r.id is not null as lacks_order,
       m.*
from owed i
full join (
  select *
  from decision
  where superseded_on is null and invoice_id = any ((select ids from named)::bigint[])
) c on c.invoice_id = i.id
full join (
  select distinct on (invoice_id) invoice_id, step, taken_on, strategy_version_id,
         max(case when arrived then 2 else 1 end) over w as received,
         max(taken_on) filter (where arrived) over w as received_on,
         min(taken_on) filter (where stage = 4) over w as inquired_on,
         max(deadline_on) over w as deadline_on,
         bool_or(stage = 3 and arrived) over w as reminded,
         bool_or(stage = 3 and how = 'mail') over w as remindable
  from (
    -- what left and did not come back; whole lists that are hashed once, as "offset 0" keeps this question in one place
    select *,
           message_id is not null
             and message_id not in (
               select id from message
               where state in ('planned', 'retry') or state in ('claimed', 'sending') or state in ('unknown', 'failed'))
             and message_id not in (
               select b.message_id from delivery_evidence b where b.grade = 0 and b.message_id is not null) as arrived
    from step_taken
    where taken_on <= :today /* and recorded_at <= :known */ and invoice_id = any ((select ids from named)::bigint[])
    offset 0
  ) t
  window w as (partition by invoice_id)
  order by invoice_id, taken_on desc, cycle desc, step desc
) s on s.invoice_id = i.id
full join (
  select invoice_id, opened_on, amount
  from dispute
  where opened_on <= :today and (closed_on is null or closed_on > :today) /* and recorded_at <= :known */ and invoice_id = any ((select ids from named)::bigint[])
) d on d.invoice_id = i.id
full join (
  select invoice_id, max(until_on) as until_on, max(reason) as reason
  from hold
  where from_on <= :today and until_on >= :today and (ended_on is null or ended_on > :today) /* and recorded_at <= :known */
    and invoice_id = any ((select ids from named)::bigint[])
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
full join (
  select invoice_id, max(from_on) filter (where kind = 'placed') as placed_on,
         max(from_on) filter (where kind = 'direct_debit') as debited_since, max(debit_on) as debit_on
  from condition
  where from_on <= :today and (ended_on is null or ended_on > :today) and invoice_id = any ((select ids from named)::bigint[])
  group by invoice_id
) mk on mk.invoice_id = i.id
-- how it came through its stages: what shows that it arrived, how the inquiry ended, what was vouched for, what was left out
full join (
  select invoice_id, max(grade) as grade, max(happened_on) filter (where grade > 1) as received_on
  from delivery_evidence
  where grade > 0 and happened_on <= :today and invoice_id = any ((select ids from named)::bigint[])
  group by invoice_id
) e on e.invoice_id = i.id
full join (
  select distinct on (invoice_id) invoice_id, reason, doubts, agreed_by, agreed_on, closed_on, done_on
  from inquiry_closing
  where closed_on <= :today and invoice_id = any ((select ids from named)::bigint[])
  order by invoice_id, id desc
) q on q.invoice_id = i.id
full join (
  select invoice_id, string_agg(question || ':' || is_so || ':' || answered_on, ',' order by id) as answers
  from pressure_answer
  where answered_on <= :today and invoice_id = any ((select ids from named)::bigint[])
  group by invoice_id
) a on a.invoice_id = i.id
full join (
  select p.invoice_id, max(p.step) as step, bool_or(p.stage = 3 and not p.is_excused) as unexcused,
         max(p.step) filter (where p.is_last) as left_out, max(p.skipped_on) filter (where p.is_last) as left_out_on,
         max(p.strategy_version_id) filter (where p.is_last) as left_out_under
  from (
    -- left out by a person after the last step that was taken: it counts in its place
    select z.*,
           z.by_person and not exists (
             select
             from step_taken t
             where t.org_id = z.org_id and t.invoice_id = z.invoice_id
               and t.taken_on between z.skipped_on and :today and (t.taken_on > z.skipped_on or t.step > z.step)) as is_last
    from step_skipped z
    where z.skipped_on <= :today and z.invoice_id = any ((select ids from named)::bigint[])
  ) p
  group by p.invoice_id
) k on k.invoice_id = i.id
full join (
  select n.id
  from order_demand o
  join invoice n on n.org_id = o.org_id and n.customer_id = o.customer_id
  where o.since_on <= :today and coalesce(n.reference, '') = '' and n.id = any ((select ids from named)::bigint[])
) r on r.id = i.id
full join (
  select *
  from invoice_matter(:today)
  where invoice_id = any ((select ids from named)::bigint[])
) m on m.invoice_id = i.id
order by i.customer_id, i.due_on, i.id
