-- Which disputes and questions of a customer wait for an answer?
select s.on_date, s.what, s.who
from (
  select d.opened_on as on_date, 'Invoice ' || i.number || ' disputed: ' || d.reason as what, d.author as who
  from dispute d
  join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
  where i.customer_id = :customer and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today)
  union all
  select q.asked_on, 'Question: ' || q.body, q.author
  from question q
  where q.customer_id = :customer and q.asked_on <= :today and (q.answered_on is null or q.answered_on > :today)
) s
order by s.on_date
limit 10
