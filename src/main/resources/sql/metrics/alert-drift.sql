-- Who used to pay in time and does no longer: the last three settled invoices late, of up to twelve before them at least nine in ten
-- in time, at least eight of them? Settled within a year; late is after the due day, or after the Monday behind a weekend.
select t.currency, t.customer_id, t.late_amount as stake, t.before_in_time as open, t.before as whole, t.late_days as customers,
       t.since_on
from (
  select r.currency, r.customer_id,
         count(*) filter (where r.place > 3) as before,
         count(*) filter (where r.place > 3 and not r.is_late) as before_in_time,
         count(*) filter (where r.place <= 3 and r.is_late) as now_late,
         coalesce(sum(r.amount) filter (where r.place <= 3), 0) as late_amount,
         round(avg(r.settled_on - r.due_on) filter (where r.place <= 3)) as late_days,
         min(r.due_on) filter (where r.place <= 3) as since_on
  from (
    select s.currency, s.customer_id, s.amount, s.due_on, s.settled_on,
           s.settled_on > s.due_on + case extract(isodow from s.due_on) when 6 then 2 when 7 then 1 else 0 end as is_late,
           row_number() over (partition by s.currency, s.customer_id order by s.settled_on desc, s.id desc) as place
    from (
      select i.id, i.currency, i.customer_id, i.amount, i.due_on, max(a.effective_on) as settled_on
      from invoice i
      join allocation a on a.org_id = i.org_id and a.invoice_id = i.id
      where i.open_amount = 0 and i.voided_at is null and i.kind = 'invoice' and i.issued_on > cast(:today as date) - 550
        and a.effective_on between cast(:today as date) - 365 and :today
      group by i.id, i.currency, i.customer_id, i.amount, i.due_on
    ) s
  ) r
  where r.place <= 15
  group by r.currency, r.customer_id
) t
where t.now_late = 3 and t.before >= 8 and t.before_in_time * 10 >= t.before * 9
