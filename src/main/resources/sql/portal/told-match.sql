-- Which payments did payers tell of that this money can be: the same amount and currency, told before it came or a week after, all
-- still open, of its customer or, while the payer is unknown, of anybody whose reference stands in it?
select r.id, r.customer_id, c.name as customer_name, r.paid_on, r.reference, r.author, l.invoices, l.amounts, l.numbers
from remittance r
join customer c on c.org_id = r.org_id and c.id = r.customer_id
join lateral (
  select array_agg(n.invoice_id order by i.due_on, i.id) as invoices, array_agg(n.paid order by i.due_on, i.id) as amounts,
         string_agg(i.number, ', ' order by i.due_on, i.id) as numbers, bool_and(i.open_amount >= n.paid) as is_open
  from remittance_line n
  join invoice i on i.org_id = n.org_id and i.id = n.invoice_id
  where n.org_id = r.org_id and n.remittance_id = r.id
) l on l.is_open
where r.org_id = (select current_org()) and r.currency = :currency and r.amount = :amount
  and r.told_on between cast(:receivedOn as date) - 60 and cast(:receivedOn as date) + 7
  and case when cast(:customer as bigint) is null
      then length(r.reference) > 3 and strpos(lower(cast(:reference as text)), lower(r.reference)) > 0
      else r.customer_id = :customer end
order by r.id desc
limit 3
