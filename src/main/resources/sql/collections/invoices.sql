-- Which invoices are there as of a day, and what is open of each? What stands after this narrows them down and puts them in order.
select i.id,
       i.number,
       i.customer_id,
       c.number as customer_number,
       c.name as customer_name,
       i.issued_on,
       i.due_on,
       i.currency,
       i.amount,
       coalesce(o.open_amount, 0) as open_amount,
       exists (
         select 1
         from dispute d
         where d.org_id = i.org_id and d.invoice_id = i.id and d.opened_on <= :asOf
           and (d.closed_on is null or d.closed_on > :asOf)) as disputed
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join open_invoice(:asOf) o on o.id = i.id
where i.voided_at is null and i.issued_on <= :asOf
