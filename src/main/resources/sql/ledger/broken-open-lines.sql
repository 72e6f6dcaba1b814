-- I04: the open instalments of which invoices do not sum to what is open of them on a day?
select 'invoice ' || o.number as name,
       'its instalments leave ' || coalesce(l.amount, 0) || ' open, it has ' || o.open_amount || ' open as of ' || cast(:asOf as date) as detail
from open_invoice(:asOf) o
left join (
  select n.id, sum(n.open_amount) as amount
  from open_line(:asOf) n
  group by n.id
) l on l.id = o.id
where coalesce(l.amount, 0) <> o.open_amount
