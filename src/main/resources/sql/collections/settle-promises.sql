-- Which promises are to be judged today, and what came in for each? Receipts count from the day of the promise to its last
-- day with grace: what was allocated to the invoices it names, and what the customer paid without saying for what; that counts
-- once, for the earliest promise first. Money is never allocated from before the day it came, so older allocations need not be
-- looked at. What stands between the slashes is asked only where an act touched some customers; all of them at once are better read whole.
with running as (
  select *
  from promise
  where state = 'open' and made_on <= :today
    /* and customer_id = any (:customers) */
),
free as materialized (
  select *
  from open_credit(:today)
  where kind = 'payment'
    /* and customer_id = any (:customers) */
),
judged as (
  select p.*, coalesce(named.received, 0) as named, coalesce(unnamed.received, 0) as free
  from running p
  left join (
    select r.id, sum(a.amount)::bigint as received
    from running r
    join invoice i on i.org_id = r.org_id and i.customer_id = r.customer_id and i.currency = r.currency
    join allocation a on a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on between r.made_on and :today
    join payment y on y.org_id = a.org_id and y.id = a.payment_id
    where y.voided_at is null and y.received_on between r.made_on and least(r.due_on + r.grace_days, :today)
      and (i.id in (select n.invoice_id from promise_invoice n where n.org_id = r.org_id and n.promise_id = r.id)
        or not exists (select 1 from promise_invoice n where n.org_id = r.org_id and n.promise_id = r.id))
    group by r.id
  ) named on named.id = p.id
  left join (
    select r.id, sum(c.open_amount)::bigint as received
    from running r
    join free c on c.customer_id = r.customer_id and c.currency = r.currency
      and c.dated_on between r.made_on and least(r.due_on + r.grace_days, :today)
    group by r.id
  ) unnamed on unnamed.id = p.id
)
select j.id,
       j.amount,
       j.due_on + j.grace_days as last_day,
       least(j.amount, j.named + greatest(0, least(
         j.amount - j.named,
         j.free - coalesce(sum(greatest(j.amount - j.named, 0)) over earlier, 0)))) as received
from judged j
window earlier as (
  partition by j.customer_id, j.currency
  order by j.due_on, j.id
  rows between unbounded preceding and 1 preceding
)
