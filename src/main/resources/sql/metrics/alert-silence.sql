-- With whom has been silence: overdue for more than thirty days, and in thirty days no money, no word and no letter? The
-- hundred largest; :today is the day.
select t.currency, t.customer_id, t.overdue as stake, t.overdue as open, t.overdue as whole, t.items as customers,
       greatest(t.oldest_due_on, t.paid_on, t.heard_on, t.step_on) as since_on
from (
  select o.currency, o.customer_id, o.overdue, o.items, o.oldest_due_on,
         (select max(p.received_on) from payment p where p.customer_id = o.customer_id and p.voided_at is null and p.received_on <= :today) as paid_on,
         (select max(x.happened_on) from interaction x where x.customer_id = o.customer_id and x.happened_on <= :today) as heard_on,
         (select max(s.taken_on) from step_taken s join invoice i on i.org_id = s.org_id and i.id = s.invoice_id
          where i.customer_id = o.customer_id and i.open_amount > 0 and s.taken_on <= :today) as step_on
  from (
    select l.currency, l.customer_id, sum(l.open_amount) as overdue, count(*) as items, min(l.due_on) as oldest_due_on
    from open_line(:today) l
    where l.due_on < cast(:today as date) - 30
    group by l.currency, l.customer_id
    order by sum(l.open_amount) desc
    limit 1000
  ) o
) t
where coalesce(greatest(t.paid_on, t.heard_on, t.step_on), date '-infinity') < cast(:today as date) - 30
order by t.overdue desc
limit 100
