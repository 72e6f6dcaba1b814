-- What is left with a customer that was merged into another? Its number leads elsewhere, so nobody would find it.
select i.number as name, 'belongs to ' || c.number || ', which was merged' as detail, '/invoices/' || i.id as url
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
where c.merged_into is not null and i.voided_at is null
union all
select c.number, 'a payment of ' || p.received_on || ' belongs to it, and it was merged', '/customers/' || c.merged_into
from payment p
join customer c on c.org_id = p.org_id and c.id = p.customer_id
where c.merged_into is not null and p.voided_at is null
order by 1
