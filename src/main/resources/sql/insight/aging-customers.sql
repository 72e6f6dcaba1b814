-- How old is what each customer owes on a day, in each currency, and what can it still use of its credits? Buckets as in
-- aging.sql. The customers who owe most come first.
with owed as (
  select o.customer_id,
         o.currency,
         sum(o.open_amount) as total,
         sum(o.open_amount) filter (where o.age <= :first) as amount_0,
         sum(o.open_amount) filter (where o.age > :first and o.age <= 30) as amount_1,
         sum(o.open_amount) filter (where o.age > 30 and o.age <= 60) as amount_2,
         sum(o.open_amount) filter (where o.age > 60 and o.age <= 90) as amount_3,
         sum(o.open_amount) filter (where o.age > 90) as amount_4
  from (
    select i.customer_id, i.currency, i.open_amount, cast(:asOf as date) - case when :byDue then i.due_on else i.issued_on end as age
    from open_line(:asOf) i
  ) o
  group by o.customer_id, o.currency
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
       coalesce(s.amount_0, 0) as amount_0,
       coalesce(s.amount_1, 0) as amount_1,
       coalesce(s.amount_2, 0) as amount_2,
       coalesce(s.amount_3, 0) as amount_3,
       coalesce(s.amount_4, 0) as amount_4,
       coalesce(s.credit, 0) as credit
from (select * from owed full join credited using (customer_id, currency)) s
join customer c on c.id = s.customer_id
where (cast(:currency as text) is null or s.currency = :currency)
  and (coalesce(s.total, 0) < :below or coalesce(s.total, 0) = :below and s.customer_id > :after)
order by s.currency, coalesce(s.total, 0) desc, s.customer_id
limit cast(:limit as int)
