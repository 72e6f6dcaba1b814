-- Which open invoices in euro can be collected by a day under a scheme, and by which mandate of their customer?
-- Left out: what is under way already, what came back once, customers in proceedings, placed invoices.
select i.id as invoice_id, i.number, i.customer_id, c.number as customer_number, c.name as customer_name,
       i.due_on, i.open_amount, m.id as mandate_id
from open_invoice(:today) i
join customer c on c.id = i.customer_id
join lateral (
  select m.id
  from debit_mandate m
  left join lateral (
    select max(r.collect_on) as last_used_on
    from debit_item d
    join debit_run r on r.org_id = d.org_id and r.id = d.run_id
    where d.org_id = m.org_id and d.mandate_id = m.id and d.returned_on is null
  ) u on true
  where m.org_id = c.org_id and m.customer_id = i.customer_id and m.ended_on is null and m.scheme = :scheme
    and m.signed_on <= :collectOn and not (m.is_once and u.last_used_on is not null)
    and coalesce(u.last_used_on, m.signed_on) + interval '36 months' >= :collectOn
  order by m.id desc
  limit 1
) m on true
where i.currency = 'EUR' and i.due_on <= :collectOn
  and not exists (
    select 1 from debit_item d
    where d.org_id = c.org_id and d.invoice_id = i.id and d.payment_id is null and d.returned_on is null)
  and not exists (
    select 1 from debit_item d
    where d.org_id = c.org_id and d.invoice_id = i.id and d.returned_on is not null)
  and not exists (
    select 1 from condition n
    where n.org_id = c.org_id and n.customer_id = i.customer_id and n.ended_on is null
      and n.kind in ('legal', 'insolvent', 'deceased', 'placed') and coalesce(n.invoice_id, i.id) = i.id)
order by c.number, i.due_on, i.id
