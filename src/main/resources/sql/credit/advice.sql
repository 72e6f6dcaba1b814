-- What did a customer buy within a year in the currency it buys most in, and under which terms?
select i.currency, sum(i.amount)::bigint as billed, round(avg(i.due_on - i.issued_on))::int as term
from invoice i
where i.customer_id = :customer and i.voided_at is null and i.kind = 'invoice'
  and i.issued_on > cast(:today as date) - 365 and i.issued_on <= :today
group by i.currency
order by count(*) desc, i.currency
limit 1
