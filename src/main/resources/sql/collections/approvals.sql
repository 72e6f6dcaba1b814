-- Which mails wait for a person's yes: to whom, about what, and why do they wait?
select c.id, c.number, c.name, d.stage, d.reason, d.decided_on, i.number as invoice, i.currency, i.open_amount, c.owner_id
from decision d
join open_invoice(:today) i on i.id = d.invoice_id
join customer c on c.id = i.customer_id
where d.superseded_on is null and d.code = 'APPROVAL_PENDING'
  and not exists (select from approval a where a.customer_id = c.id and a.night_on = :today)
order by d.stage desc, lower(c.name), c.id, d.step desc, i.due_on, i.id
limit 2000
