-- Which open invoices are late although no reminder of ours reached the customer before the due date, nothing of theirs having
-- stopped it? The most open first.
select i.id, i.number, i.customer_id, c.name as customer_name, i.due_on, i.currency, i.open_amount, s.reason
from open_invoice(:today) i
join customer c on c.org_id = (select current_org()) and c.id = i.customer_id
join lateral (
  select k.reason
  from step_skipped k
  where k.org_id = c.org_id and k.invoice_id = i.id and k.stage = 3 and not k.is_excused
  order by k.step desc
  limit 1
) s on true
where i.due_on < :today
  and not exists (
    select
    from step_taken t
    join message m on m.org_id = t.org_id and m.id = t.message_id and m.state = 'sent'
    where t.org_id = c.org_id and t.invoice_id = i.id and t.stage = 3)
order by i.open_amount desc, i.id
limit :limit
