-- What was billed? Sales: no opening balances, interest, fees or chargebacks.
select i.issued_on as on_day, i.customer_id, i.currency, i.amount as part, i.amount as whole, cast(null as int) as stage,
       i.number as label, '/invoices/' || i.id as url
from invoice i
where i.kind = 'invoice' and i.voided_at is null and i.issued_on between :fromOn and :toOn
