-- I17: the instalments of which invoices do not sum to the amount, or are there without a mark, or the other way round?
select 'invoice ' || i.number as name, 'its instalments sum to ' || coalesce(n.amount, 0) || ', it is for ' || i.amount as detail
from invoice i
left join (
  select l.org_id, l.invoice_id, sum(l.amount) as amount
  from instalment l
  group by l.org_id, l.invoice_id
) n on n.org_id = i.org_id and n.invoice_id = i.id
where i.scheduled and coalesce(n.amount, 0) <> i.amount or not i.scheduled and n.amount is not null
