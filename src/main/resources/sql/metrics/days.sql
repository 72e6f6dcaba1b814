-- How did the book stand at the end of each day on which it changed, up to :lastOn, as known at a moment, in each currency; of all
-- customers, or of some? What is open stands by days past due and by days since issue, instalments each by itself; flows are running
-- totals from the first day. Everything is added up from the facts: an invoice stands open over stretches of days, and each
-- stretch is in one bucket after the other.
with bill as materialized (
  select v.invoice_id as id, v.kind = 'invoice' as is_sale, v.issued_on, v.due_on, v.currency, v.amount, v.instalment_due, v.instalment_amount
  from invoice_version v
  where v.known_from <= :knownAt and v.known_until > :knownAt and v.issued_on <= :lastOn
    and (cast(:customers as bigint[]) is null or v.customer_id = any (cast(:customers as bigint[])))
),
settled as materialized (
  select b.id, greatest(a.effective_on, b.issued_on) as on_day,
         sum(a.amount) as amount,
         coalesce(sum(a.amount) filter (where a.payment_id is not null), 0) as collected,
         coalesce(sum(a.amount) filter (where a.credit_note_id is not null), 0) as credited,
         coalesce(sum(a.amount) filter (where a.discount_id is not null), 0) as discounted,
         coalesce(sum(a.amount) filter (where a.deduction_id is not null), 0) as deducted,
         coalesce(sum(a.amount) filter (where a.write_off_id is not null), 0) as written_off
  from bill b
  join allocation a on a.org_id = (select current_org()) and a.invoice_id = b.id
  where a.recorded_at <= :knownAt and a.effective_on <= :lastOn
  group by b.id, greatest(a.effective_on, b.issued_on)
),
stretch as (
  select e.id, e.on_day, sum(e.amount) over by_day as settled, lead(e.on_day, 1, date 'infinity') over by_day as until
  from (
    select c.id, c.on_day, sum(c.amount) as amount
    from (select b.id, b.issued_on as on_day, 0 as amount from bill b union all select s.id, s.on_day, s.amount from settled s) c
    group by c.id, c.on_day
  ) e
  window by_day as (partition by e.id order by e.on_day)
),
line as (
  select b.id, b.currency, b.issued_on, b.due_on, b.amount, b.amount as upto
  from bill b
  where b.instalment_due is null
  union all
  select b.id, b.currency, b.issued_on, n.due_on, n.amount, sum(n.amount) over (partition by b.id order by n.line)
  from bill b
  cross join unnest(b.instalment_due, b.instalment_amount) with ordinality n (due_on, amount, line)
  where b.instalment_due is not null
),
standing as (
  select l.currency, l.issued_on, l.due_on, s.on_day, s.until, sum(greatest(0, least(l.amount, l.upto - s.settled))) as open
  from stretch s
  join line l on l.id = s.id
  group by l.currency, l.issued_on, l.due_on, s.on_day, s.until
),
span as (
  select s.currency, v.bucket, greatest(s.on_day, v.from_on) as from_on, least(s.until, v.to_on) as to_on, s.open,
         case when v.bucket like 'late%' then s.open * (s.due_on - date '2000-01-01') else 0 end as since
  from standing s
  cross join lateral (values
    ('not_due', date '-infinity', s.due_on + 1),
    ('late_30', s.due_on + 1, s.due_on + 31),
    ('late_60', s.due_on + 31, s.due_on + 61),
    ('late_90', s.due_on + 61, s.due_on + 91),
    ('late_more', s.due_on + 91, date 'infinity'),
    ('age_30', date '-infinity', s.issued_on + 31),
    ('age_60', s.issued_on + 31, s.issued_on + 61),
    ('age_90', s.issued_on + 61, s.issued_on + 91),
    ('age_more', s.issued_on + 91, date 'infinity')
  ) v (bucket, from_on, to_on)
  where s.open > 0 and greatest(s.on_day, v.from_on) < least(s.until, v.to_on)
),
change as (
  select p.currency, p.from_on as on_day, p.bucket as what, p.open as amount, p.since from span p
  union all
  select p.currency, p.to_on, p.bucket, -p.open, -p.since from span p
  union all
  select b.currency, b.issued_on, case when b.is_sale then 'billed' else 'charged' end, b.amount, 0 from bill b
  union all
  select b.currency, s.on_day, v.what, v.amount, 0
  from settled s
  join bill b on b.id = s.id
  cross join lateral (values
    ('collected', s.collected),
    ('credited', s.credited),
    ('discounted', s.discounted),
    ('deducted', s.deducted),
    ('written_off', s.written_off),
    ('paid_days', s.collected * (s.on_day - b.issued_on)),
    ('late_days', s.collected * greatest(0, s.on_day - b.due_on))
  ) v (what, amount)
  where v.amount <> 0
  union all
  select d.currency, d.due_on, v.what, v.amount, 0
  from (
    select b.id, b.currency, b.due_on, b.amount, coalesce(sum(s.collected + s.credited + s.discounted), 0) as paid
    from bill b
    left join settled s on s.id = b.id and s.on_day <= b.due_on
    where b.is_sale and b.due_on <= :lastOn
    group by b.id, b.currency, b.due_on, b.amount
  ) d
  cross join lateral (values
    ('fell_due', d.amount),
    ('fell_due_items', 1),
    ('paid_by_due', least(d.paid, d.amount)),
    ('paid_by_due_items', case when d.paid >= d.amount then 1 else 0 end)
  ) v (what, amount)
),
together as (
  select c.currency, c.on_day, c.what, sum(c.amount) as amount, sum(c.since) as since
  from change c
  where c.on_day <= :lastOn
  group by c.currency, c.on_day, c.what
),
day as (
  select t.currency, t.on_day,
         coalesce(sum(t.amount) filter (where t.what = 'not_due'), 0) as not_due,
         coalesce(sum(t.amount) filter (where t.what = 'late_30'), 0) as late_30,
         coalesce(sum(t.amount) filter (where t.what = 'late_60'), 0) as late_60,
         coalesce(sum(t.amount) filter (where t.what = 'late_90'), 0) as late_90,
         coalesce(sum(t.amount) filter (where t.what = 'late_more'), 0) as late_more,
         sum(t.since) as late_since,
         coalesce(sum(t.amount) filter (where t.what = 'age_30'), 0) as age_30,
         coalesce(sum(t.amount) filter (where t.what = 'age_60'), 0) as age_60,
         coalesce(sum(t.amount) filter (where t.what = 'age_90'), 0) as age_90,
         coalesce(sum(t.amount) filter (where t.what = 'age_more'), 0) as age_more,
         coalesce(sum(t.amount) filter (where t.what = 'billed'), 0) as billed,
         coalesce(sum(t.amount) filter (where t.what = 'charged'), 0) as charged,
         coalesce(sum(t.amount) filter (where t.what = 'collected'), 0) as collected,
         coalesce(sum(t.amount) filter (where t.what = 'credited'), 0) as credited,
         coalesce(sum(t.amount) filter (where t.what = 'discounted'), 0) as discounted,
         coalesce(sum(t.amount) filter (where t.what = 'deducted'), 0) as deducted,
         coalesce(sum(t.amount) filter (where t.what = 'written_off'), 0) as written_off,
         coalesce(sum(t.amount) filter (where t.what = 'fell_due'), 0) as fell_due,
         coalesce(sum(t.amount) filter (where t.what = 'fell_due_items'), 0) as fell_due_items,
         coalesce(sum(t.amount) filter (where t.what = 'paid_by_due'), 0) as paid_by_due,
         coalesce(sum(t.amount) filter (where t.what = 'paid_by_due_items'), 0) as paid_by_due_items,
         coalesce(sum(t.amount) filter (where t.what = 'paid_days'), 0) as paid_days,
         coalesce(sum(t.amount) filter (where t.what = 'late_days'), 0) as late_days
  from together t
  group by t.currency, t.on_day
)
select d.currency, d.on_day,
       sum(d.not_due + d.late_30 + d.late_60 + d.late_90 + d.late_more) over upto as open,
       sum(d.not_due) over upto as not_due,
       sum(d.late_30) over upto as late_30,
       sum(d.late_60) over upto as late_60,
       sum(d.late_90) over upto as late_90,
       sum(d.late_more) over upto as late_more,
       sum(d.late_since) over upto as late_since,
       sum(d.age_30) over upto as age_30,
       sum(d.age_60) over upto as age_60,
       sum(d.age_90) over upto as age_90,
       sum(d.age_more) over upto as age_more,
       sum(d.billed) over upto as billed,
       sum(d.charged) over upto as charged,
       sum(d.collected) over upto as collected,
       sum(d.credited) over upto as credited,
       sum(d.discounted) over upto as discounted,
       sum(d.deducted) over upto as deducted,
       sum(d.written_off) over upto as written_off,
       sum(d.fell_due) over upto as fell_due,
       sum(d.fell_due_items) over upto as fell_due_items,
       sum(d.paid_by_due) over upto as paid_by_due,
       sum(d.paid_by_due_items) over upto as paid_by_due_items,
       sum(d.paid_days) over upto as paid_days,
       sum(d.late_days) over upto as late_days
from day d
window upto as (partition by d.currency order by d.on_day)
