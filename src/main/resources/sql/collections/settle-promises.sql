-- Which promises are to be judged today, and what came in for each? Receipts count from the day of the promise to its last
-- day with grace: what was allocated to the invoices it names, and what the customer paid without saying for what.
select p.id,
       p.customer_id,
       p.amount,
       p.due_on + p.grace_days as last_day,
       least(p.amount, coalesce(named.received, 0) + coalesce(free.received, 0)) as received
from promise p
left join lateral (
  select sum(a.amount)::bigint as received
  from allocation a
  join payment y on y.org_id = a.org_id and y.id = a.payment_id
  join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
  where a.org_id = p.org_id and i.customer_id = p.customer_id and i.currency = p.currency
    and y.voided_at is null and y.received_on between p.made_on and least(p.due_on + p.grace_days, :today)
    and a.effective_on <= :today
    and (i.id in (select n.invoice_id from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id)
      or not exists (select 1 from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id))
) named on true
left join lateral (
  select sum(c.open_amount)::bigint as received
  from open_credit(:today) c
  where c.customer_id = p.customer_id and c.currency = p.currency and c.kind = 'payment'
    and c.dated_on between p.made_on and least(p.due_on + p.grace_days, :today)
) free on true
where p.state = 'open' and p.made_on <= :today
