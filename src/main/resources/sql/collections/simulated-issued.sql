-- Which invoices came in after a day, until another? One that was paid on the way stays in here: it goes when it is paid.
select id, customer_id, number, issued_on, due_on, currency, amount
from invoice
where org_id = (select current_org()) and voided_at is null and kind = 'invoice'
  and issued_on > :from and issued_on <= :until
order by customer_id, id
