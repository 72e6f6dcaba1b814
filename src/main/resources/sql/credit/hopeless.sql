-- Who owes something for more than sixty days past due that nothing explains: no dispute, question, running promise, plan, hold or agency?
-- Not again within ninety days of the last look.
select i.customer_id, i.currency, sum(i.open_amount) as overdue, cast(:today as date) - min(i.due_on) as days
from open_invoice(:today) i
where i.due_on < cast(:today as date) - 60
  and not exists (select from dispute d where d.invoice_id = i.id and d.closed_on is null)
  and not exists (select from question q where q.invoice_id = i.id and q.answered_on is null)
  and not exists (select from placement p where p.invoice_id = i.id and p.recalled_on is null and p.refused_why is null)
  and not exists (select from plan_invoice n join plan p on p.id = n.plan_id where n.invoice_id = i.id and p.state = 'running')
  and not exists (select from promise p where p.customer_id = i.customer_id and p.state = 'open')
  and not exists (select from hold h where h.customer_id = i.customer_id and h.ended_on is null and h.until_on >= :today)
  and not exists (select from condition c where c.customer_id = i.customer_id and c.ended_on is null)
  and not exists (
    select from credit_review r
    where r.customer_id = i.customer_id and (r.decided_on is null or r.decided_on > cast(:today as date) - 90))
group by i.customer_id, i.currency
order by sum(i.open_amount) desc, i.customer_id
limit 200
