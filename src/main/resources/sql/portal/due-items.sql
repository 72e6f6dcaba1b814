-- What do these customers have open, and what did they already say about it?
select i.id, i.customer_id, c.name as customer_name, i.number, i.line, i.issued_on, i.due_on, i.currency, i.open_amount,
       case when d.disputed > 0 then least(d.disputed, i.open_amount) end as disputed, p.promised_on, told.on_day as told_paid_on,
       exists (
         select 1
         from plan_invoice n
         join plan l on l.org_id = n.org_id and l.id = n.plan_id and l.state = 'running'
         where n.org_id = (select current_org()) and n.invoice_id = i.id
       ) as is_in_plan,
       exists (
         select 1 from question q
         where q.org_id = (select current_org()) and q.invoice_id = i.id and q.answered_on is null
       ) as has_question,
       exists (
         select 1 from invoice_copy_on_file f where f.org_id = (select current_org()) and f.invoice_id = i.id
       ) as has_copy
from open_line(:today) i
join customer c on c.org_id = (select current_org()) and c.id = i.customer_id
left join lateral (
  select coalesce(d.amount, i.open_amount) as disputed
  from dispute d
  where d.org_id = (select current_org()) and d.invoice_id = i.id and d.closed_on is null
) d on true
left join lateral (
  select max(p.due_on) as promised_on
  from promise p
  where p.org_id = (select current_org()) and p.customer_id = i.customer_id and p.currency = i.currency and p.state = 'open'
    and (not exists (select 1 from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id)
      or exists (
        select 1 from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id and n.invoice_id = i.id))
) p on true
left join lateral (
  select max(t.happened_on) as on_day
  from interaction_invoice n
  join interaction t on t.org_id = n.org_id and t.id = n.interaction_id and t.outcome = 'says_paid'
  where n.org_id = (select current_org()) and n.invoice_id = i.id
) told on true
where i.customer_id = any(:customers) and (cast(:invoices as bigint[]) is null or i.id = any(:invoices))
order by i.due_on, i.number, i.line
limit :most
offset coalesce(:skip, 0)
