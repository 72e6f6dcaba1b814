-- How old is what each customer owes on a day, in each currency, and what can it still use of its credits? Buckets as in
-- aging.sql. The customers who owe most come first.
with aged as (
  select i.customer_id,
         i.currency,
         width_bucket(cast(:asOf as date) - case when :byDue then i.due_on else i.issued_on end, cast(:firstAges as int[])) as bucket,
         sum(i.open_amount) as amount
  from open_line(:asOf) i
  group by i.customer_id, i.currency, bucket
),
owed as (
  select a.customer_id, a.currency, sum(a.amount) as total, array_agg(a.bucket) as buckets, array_agg(a.amount) as amounts
  from aged a
  group by a.customer_id, a.currency
),
credited as (
  select k.customer_id, k.currency, sum(k.open_amount) as credit
  from open_credit(:asOf) k
  group by k.customer_id, k.currency
)
select s.customer_id,
       c.number,
       c.name,
       s.currency,
       coalesce(s.total, 0) as total,
       coalesce(s.buckets, '{}') as buckets,
       coalesce(s.amounts, '{}') as amounts,
       coalesce(s.credit, 0) as credit
from (select * from owed full join credited using (customer_id, currency)) s
join customer c on c.id = s.customer_id
where (cast(:currency as text) is null or s.currency = :currency)
  and (cast(:customers as text[]) is null
    or s.customer_id in (select n.id from customer_by_number n where n.number = any (cast(:customers as text[]))))
  and (coalesce(s.total, 0) < :below or coalesce(s.total, 0) = :below and s.customer_id > :after)
order by s.currency, coalesce(s.total, 0) desc, s.customer_id
limit cast(:limit as int)
