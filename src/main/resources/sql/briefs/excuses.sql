-- What did a customer say why it is late: in calls without an expected payment, and when an inquiry was closed?
select s.on_date, s.what, s.who
from (
  select x.happened_on as on_date, replace(x.no_expectation, '_', ' ') as what, x.author as who, x.id
  from interaction x
  where x.customer_id = :customer and x.happened_on <= :today and coalesce(trim(x.no_expectation), '') <> ''
  union all
  select q.closed_on, replace(q.reason, '_', ' ') || ' (invoice ' || i.number || ')', q.author, q.id
  from inquiry_closing q
  join invoice i on i.org_id = q.org_id and i.id = q.invoice_id
  where i.customer_id = :customer and q.closed_on <= :today and q.reason <> 'no_answer'
) s
order by s.on_date desc, s.id desc
limit 5
