-- How does matched work become something to bill? From the day on which it was delivered, when a person has looked at it.
insert into billable (customer_id, source, source_key, description, quantity, unit, unit_price, amount, currency, tax, delivered_from,
  delivered_until, bill_on, issue, apart, order_reference, author, batch_id)
select m.customer_id, m.origin, m.source_key, m.description, m.quantity, m.unit, m.unit_price, m.amount, m.currency, m.tax,
       m.delivered_on, m.delivered_on + 1, m.delivered_on, 'approve', '', m.reference, b.created_by, b.id
from matched m
cross join import_batch b
where m.fate = 'new' and b.id = :batch
order by m.row
