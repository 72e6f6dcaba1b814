-- Promises, disputes, steps and talks from the first of the month to the day; who did something within a month.
,
promised as (
  select p.currency, p.amount, p.received, p.state
  from promise p
  join who w on w.id = p.customer_id
  join given g on p.settled_on between g.first and g.day
  where p.state in ('kept', 'partly_kept', 'broken')
),
closed as (
  select d.closed_on - d.opened_on as days
  from dispute d
  join bill b on b.id = d.invoice_id
  join given g on d.closed_on between g.first and g.day
),
step as (
  select b.currency, t.open_amount, coalesce((
    select sum(a.amount)
    from allocation a
    where a.invoice_id = b.id and a.payment_id is not null and a.effective_on >= t.taken_on and a.effective_on <= t.taken_on + 14), 0) as paid
  from step_taken t
  join bill b on b.id = t.invoice_id
  join given g on t.taken_on >= g.first and t.taken_on <= g.day - 14
),
talk as (
  select t.kind, t.direction, coalesce(t.outcome, '') as outcome
  from interaction t
  join who w on w.id = t.customer_id
  join given g on t.happened_on between g.first and g.day
),
colleague as (
  select p.name in (
    select e.actor
    from audit_entry e
    where e.actor_kind = 'person' and e.at < g.day + 1 and e.at >= cast(g.day - interval '1 month' as date) + 1) as is_active
  from membership m
  join person p on p.id = m.person_id
  cross join given g
  where p.disabled_at is null
)
select 'promise-kept-count' as metric, '' as currency, round(count(*) filter (where state = 'kept') * 100.0 / count(*), 1) as value
from promised having count(*) > 0
union all
select 'promise-kept-amount', currency, round(sum(least(received, amount)) * 100.0 / sum(amount), 1) from promised group by currency
union all
select 'dispute-days', '', round(avg(days), 1) from closed having count(*) > 0
union all
select 'paid-after-step', currency, round(sum(least(paid, open_amount)) * 100.0 / sum(open_amount), 1) from step group by currency
union all
select 'right-party', '',
       round(count(*) filter (where outcome not in ('no_answer', 'voicemail', 'wrong_person', 'wrong_number')) * 100.0 / count(*), 1)
from talk where kind = 'call' and direction = 'out' having count(*) > 0
union all
select 'contacts-made', '', count(*) from talk where kind in ('call', 'meeting', 'mail') having count(*) > 0
union all
select 'adoption', '', round(count(*) filter (where is_active) * 100.0 / count(*), 1) from colleague where cast(:customer as text) is null
having count(*) > 0
