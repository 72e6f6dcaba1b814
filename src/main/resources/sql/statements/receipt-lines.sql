-- Which invoices did a payment settle, how much of each, what was discounted with it, and what stays open of each by now?
select i.number, i.issued_on, i.currency, i.amount, s.paid, s.discounted,
       i.amount - (select coalesce(sum(o.amount), 0) from allocation o where o.org_id = i.org_id and o.invoice_id = i.id) as open
from (
  select t.invoice_id, sum(t.paid) as paid, sum(t.discounted) as discounted
  from (
    select a.invoice_id, a.amount as paid, 0 as discounted
    from allocation a
    where a.payment_id = :payment
    union all
    select a.invoice_id, 0, a.amount
    from discount_taken d
    join allocation a on a.org_id = d.org_id and a.discount_id = d.id
    where d.payment_id = :payment
  ) t
  group by t.invoice_id
) s
join invoice i on i.id = s.invoice_id
where s.paid <> 0
order by i.due_on, i.id
