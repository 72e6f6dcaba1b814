-- What became of late charges, and where do they stand? The caller adds its conditions.
select h.*,
       i.number as invoice_number,
       c.id as customer_id,
       c.number as customer_number,
       c.name as customer_name,
       r.number as receivable_number,
       exists (select from charge_paper k where k.org_id = h.org_id and k.charge_id = h.id) as has_paper
from charge h
join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join invoice r on r.org_id = h.org_id and r.id = h.receivable_id
where i.voided_at is null
