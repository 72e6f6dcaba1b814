-- What is open of a customer, how old is it, and what was decided about each item? Credits stand among them, below zero.
select i.id, i.currency, i.number, i.issued_on, i.due_on, i.amount, i.open_amount, d.action, d.code, d.reason, d.next_on
from open_invoice(:today) i
left join decision d on d.invoice_id = i.id and d.superseded_on is null
where i.customer_id = :customer
union all
select null, c.currency, case c.kind when 'payment' then 'Payment' else c.number end, c.dated_on, null, -c.amount, -c.open_amount,
       null, c.kind, coalesce(nullif(c.number, ''), 'not yet applied'), null
from open_credit(:today) c
where c.customer_id = :customer
order by currency, due_on nulls last, issued_on, number
limit 500
