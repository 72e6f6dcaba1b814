-- What became of late charges, and where do they stand? The caller adds its conditions.
select h.*,
       i.number as invoice_number,
       c.id as customer_id,
       c.number as customer_number,
       c.name as customer_name,
       r.number as receivable_number
from charge h
join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join invoice r on r.org_id = h.org_id and r.id = h.receivable_id
where i.voided_at is null
