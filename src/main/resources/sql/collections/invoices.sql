-- Which invoices are there as of a day, and what is open of each, by instalments where it has some? The settled ones only where they
-- are asked for. What stands after this narrows them down and puts them in order.
with bill as (
  select o.id, o.customer_id, o.number, coalesce(o.line, 0) as line, o.issued_on, o.due_on, o.currency, o.amount, o.open_amount
  from open_line(:asOf) o
  union all
  select s.id, s.customer_id, s.number, 0, s.issued_on, s.due_on, s.currency, s.amount, 0
  from invoice s
  where :settled and s.voided_at is null and s.issued_on <= :asOf
    and s.id not in (select o.id from open_invoice(:asOf) o)
)
select i.id,
       i.number,
       i.line,
       i.customer_id,
       c.number as customer_number,
       c.name as customer_name,
       i.issued_on,
       i.due_on,
       i.currency,
       i.amount,
       i.open_amount,
       exists (
         select 1
         from dispute d
         where d.invoice_id = i.id and d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)) as disputed
from bill i
join customer c on c.id = i.customer_id
where true
