-- How old is what is owed on a day, in each currency and bucket? Ages count from the due or the issue date; :firstAges holds the
-- first age of each bucket but the youngest.
select i.currency,
       width_bucket(cast(:asOf as date) - case when :byDue then i.due_on else i.issued_on end, cast(:firstAges as int[])) as bucket,
       count(*) as items,
       sum(i.open_amount) as amount
from open_line(:asOf) i
where cast(:customers as text[]) is null
  or i.customer_id in (select n.id from customer_by_number n where n.number = any (cast(:customers as text[])))
group by i.currency, bucket
order by i.currency, bucket
