-- How old is what is owed on a day, in each currency? Ages count from the due or the issue date; five buckets end at :first
-- (0 days past due: not due; −1 by issue date: none), 30, 60, 90 days, and never.
select o.currency,
       count(*) filter (where o.age <= :first) as count_0,
       coalesce(sum(o.open_amount) filter (where o.age <= :first), 0) as amount_0,
       count(*) filter (where o.age > :first and o.age <= 30) as count_1,
       coalesce(sum(o.open_amount) filter (where o.age > :first and o.age <= 30), 0) as amount_1,
       count(*) filter (where o.age > 30 and o.age <= 60) as count_2,
       coalesce(sum(o.open_amount) filter (where o.age > 30 and o.age <= 60), 0) as amount_2,
       count(*) filter (where o.age > 60 and o.age <= 90) as count_3,
       coalesce(sum(o.open_amount) filter (where o.age > 60 and o.age <= 90), 0) as amount_3,
       count(*) filter (where o.age > 90) as count_4,
       coalesce(sum(o.open_amount) filter (where o.age > 90), 0) as amount_4
from (
  select i.currency, i.open_amount, cast(:asOf as date) - case when :byDue then i.due_on else i.issued_on end as age
  from open_line(:asOf) i
) o
group by o.currency
order by o.currency
