-- Of the friendly reminders that left in a period, along in a joint mail and by themselves: how many, to how many readers, how many were
-- followed within 14 days by a question or an opt-out; of the invoices that they named first, how many were paid, in how many days?
with sent as (
  select m.id, m.customer_id, lower(m.to_address) as reader, m.joint_on is not null as joint, coalesce(m.joint_on, m.window_on) as left_on
  from message m
  where m.kind = 'reminder' and m.channel = 'mail' and m.state = 'sent'
    and m.template in ('delivery-check', 'friendly', 'friendly-again', 'inquiry')
    and coalesce(m.joint_on, m.window_on) between :fromOn and :toOn
),
followed as (
  select s.joint, s.reader,
         exists (
           select from question q
           where q.customer_id = s.customer_id and q.asked_on between s.left_on and least(s.left_on + 14, cast(:asOf as date))) as asked,
         exists (
           select from opt_out o
           where o.customer_id = s.customer_id and o.channel = 'mail'
             and o.from_on between s.left_on and least(s.left_on + 14, cast(:asOf as date))) as left_us
  from sent s
),
named as (
  select distinct on (t.invoice_id) t.invoice_id, s.joint, s.left_on
  from sent s
  join step_taken t on t.org_id = (select current_org()) and t.message_id = s.id
  order by t.invoice_id, s.left_on, s.id
),
paid as (
  select n.joint, case when i.open_amount = 0 then (
           select greatest(0, max(a.effective_on) - n.left_on)
           from allocation a
           where a.org_id = i.org_id and a.invoice_id = i.id
           having max(a.effective_on) <= :asOf
         ) end as days
  from named n
  join invoice i on i.org_id = (select current_org()) and i.id = n.invoice_id and i.voided_at is null
)
select k.joint, coalesce(f.reminders, 0) as reminders, coalesce(f.readers, 0) as readers, coalesce(f.asked, 0) as asked,
       coalesce(f.left_us, 0) as left_us, coalesce(p.invoices, 0) as invoices, coalesce(p.paid, 0) as paid, coalesce(p.days, 0) as days,
       p.median
from (values (true), (false)) as k (joint)
left join (
  select joint, count(*) as reminders, count(distinct reader) as readers, count(*) filter (where asked) as asked,
         count(*) filter (where left_us) as left_us
  from followed
  group by joint
) f on f.joint = k.joint
left join (
  select joint, count(*) as invoices, count(days) as paid, sum(days) as days,
         cast(percentile_cont(0.5) within group (order by days) as numeric(9, 1)) as median
  from paid
  group by joint
) p on p.joint = k.joint
order by k.joint desc
