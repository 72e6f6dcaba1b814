-- Which disputes and questions are there, whose are they, who works on them until when, and how much is at stake?
select k.*, c.number as customer_number, c.name as customer_name, i.number as invoice_number, p.name as owner_name
from (
  select 'dispute' as kind, d.id, i.customer_id, d.invoice_id, d.code, d.reason as text, '' as asked_by, i.currency,
         case
           when d.closed_on is not null then coalesce(d.credited, d.amount, i.amount)
           else least(coalesce(d.amount, i.open_amount), i.open_amount)
         end as amount,
         d.amount is not null as is_part, d.opened_on, d.author, coalesce(d.due_on, d.opened_on + 14) as due_on, d.owner_id,
         d.closed_on, d.closed_by, coalesce(d.outcome, 'settled') as outcome
  from dispute d
  join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
  union all
  select 'question', q.id, q.customer_id, q.invoice_id, null, q.body, q.asked_by, i.currency, i.open_amount, false, q.asked_on,
         q.author, q.due_on, q.owner_id, q.answered_on, q.answered_by, q.answer
  from question q
  left join invoice i on i.org_id = q.org_id and i.id = q.invoice_id
) k
join customer c on c.org_id = (select current_org()) and c.id = k.customer_id
left join invoice i on i.org_id = (select current_org()) and i.id = k.invoice_id
left join person p on p.id = k.owner_id
where k.opened_on <= :today
  and (:kind = '' or k.kind = :kind)
  and (:state = 'all' or (k.closed_on is null) = (:state = 'open'))
  and (cast(:id as bigint) = 0 or k.id = :id)
  and (cast(:customer as bigint) = 0 or k.customer_id = :customer)
  and (cast(:invoice as bigint) = 0 or k.invoice_id = :invoice)
  and (cast(:owner as bigint) = 0 or k.owner_id = :owner)
  and (not cast(:unowned as boolean) or k.owner_id is null)
  and (:q = '' or strpos(lower(concat_ws(' ', c.name, c.number, i.number, k.text)), lower(:q)) > 0)
order by k.closed_on desc nulls first,
         case :order when 'amount' then -coalesce(k.amount, 0) end,
         case :order when 'age' then k.opened_on end,
         k.due_on, k.opened_on, k.kind, k.id
limit :limit
