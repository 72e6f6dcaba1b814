-- As of which day, since when, and of whom? Every invoice, all that settled it, and what was open of it on three days.
with given as (
  select d.day,
         case when d.is_last then d.first - 1 else cast(d.day - interval '1 month' as date) end as month_ago,
         case when d.is_last then cast(d.first - interval '2 months' as date) - 1 else cast(d.day - interval '3 months' as date) end as quarter_ago,
         case when d.is_last then cast(d.first - interval '11 months' as date) - 1 else cast(d.day - interval '1 year' as date) end as year_ago,
         d.first, d.is_last
  from (
    select cast(:day as date) as day, cast(date_trunc('month', cast(:day as date)) as date) as first,
           extract(day from cast(:day as date) + 1) = 1 as is_last
  ) d
),
who as (
  select c.id
  from customer c
  where cast(:customer as text) is null or c.number = :customer
),
bill as (
  select i.id, i.currency, i.amount, i.issued_on, i.due_on, i.kind = 'invoice' as is_sale
  from invoice i
  join who w on w.id = i.customer_id
  where i.voided_at is null
),
settled as (
  select b.id, greatest(a.effective_on, b.issued_on) as on_day, a.amount,
         a.payment_id is not null as is_money, a.write_off_id is not null as is_loss, a.deduction_id is not null as is_kept_back
  from allocation a
  join bill b on b.id = a.invoice_id
),
point as (
  select day as on_day from given
  union
  select month_ago from given
  union
  select year_ago from given
),
open as (
  select p.on_day, b.id, b.currency, b.is_sale, b.issued_on, b.due_on, b.amount - coalesce((
    select sum(s.amount)
    from settled s
    where s.id = b.id and s.on_day <= p.on_day), 0) as amount
  from point p
  join bill b on b.issued_on <= p.on_day
),
kind as (
  select distinct b.currency
  from bill b
  join given g on b.issued_on <= g.day
)
