-- What was agreed about each open invoice when a day ended, and how were such words kept before? A promise without invoices is for
-- those that fell due first. One row for each part; a dispute is a part that nobody gave a day. Who is insolvent, dead or before a court
-- pays nothing within a year.
with owed as materialized (
  select id, customer_id, currency, open_amount, due_on
  from open_invoice(:asOf)
), word as (
  select customer_id, count(*) as judged, count(*) filter (where state = 'kept') as kept
  from promise
  where org_id = (select current_org()) and state in ('kept', 'partly_kept', 'broken') and settled_on <= :asOf
  group by customer_id
), ended as (
  select count(*) as judged, count(*) filter (where state = 'finished') as kept
  from plan
  where org_id = (select current_org()) and state in ('finished', 'broken') and ended_on <= :asOf
), contested as (
  select coalesce(percentile_disc(0.5) within group (order by closed_on - opened_on) filter (where closed_on <= :asOf), 30) as days
  from dispute
  where org_id = (select current_org()) and opened_on <= :asOf
)
select m.invoice_id, 'promise' as kind, m.due_on, least(m.open_amount, m.promised - m.sooner) as amount, m.open_amount,
       coalesce(w.kept, 0) as kept, coalesce(w.judged, 0) as judged, a.kept as book_kept, a.judged as book_judged
from (
  select o.id as invoice_id, o.customer_id, o.open_amount, p.due_on, p.amount as promised,
         sum(o.open_amount) over (partition by p.id order by o.due_on, o.id) - o.open_amount as sooner
  from promise p
  join owed o on o.customer_id = p.customer_id and o.currency = p.currency
  where p.org_id = (select current_org()) and p.made_on <= :asOf and p.due_on + p.grace_days > :asOf
    and (p.state = 'open' or p.settled_on > :asOf)
    and (not exists (select from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id)
         or exists (select from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id and n.invoice_id = o.id))
) m
left join word w on w.customer_id = m.customer_id
cross join (select coalesce(sum(kept), 0) as kept, coalesce(sum(judged), 0) as judged from word) a
where m.promised > m.sooner
union all
select o.id, 'plan', greatest(l.due_on, cast(:asOf as date) + 1),
       round(o.open_amount * l.missing / sum(l.missing) over (partition by o.id)),
       o.open_amount, 0, 0, e.kept, e.judged
from (
  select s.plan_id, x.due_on, least(x.amount, x.upto - s.paid) as missing
  from plan_standing(:asOf) s
  join (
    select plan_id, due_on, amount, sum(amount) over (partition by plan_id order by line) as upto
    from plan_line
    where org_id = (select current_org())
  ) x on x.plan_id = s.plan_id and x.upto > s.paid
) l
join plan_invoice n on n.org_id = (select current_org()) and n.plan_id = l.plan_id
join owed o on o.id = n.invoice_id
cross join ended e
union all
select o.id, 'dispute', greatest(d.opened_on + c.days, cast(:asOf as date) + 8), least(coalesce(d.amount, o.open_amount), o.open_amount),
       o.open_amount, 0, 0, 0, 0
from dispute d
join owed o on o.id = d.invoice_id
cross join contested c
where d.org_id = (select current_org()) and d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)
union all
select distinct on (o.id) o.id, n.kind, cast(:asOf as date) + 365, o.open_amount, o.open_amount, 0, 0, 0, 0
from condition n
join owed o on o.customer_id = n.customer_id
where n.org_id = (select current_org()) and n.kind in ('legal', 'insolvent', 'deceased')
  and n.from_on <= :asOf and (n.ended_on is null or n.ended_on > :asOf)
order by invoice_id, kind, due_on
