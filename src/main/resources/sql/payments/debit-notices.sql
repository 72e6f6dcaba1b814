-- Who has to be told of a collection, by mandate: how much of which invoices, and whom to write to?
select m.id as mandate_id, m.reference, m.iban, m.customer_id, c.number as customer_number, c.name as customer_name,
       l.total, l.numbers, k.name as contact, k.email, coalesce(k.language, c.language) as language
from (
  select d.mandate_id, sum(d.amount)::bigint as total, array_agg(i.number order by i.due_on, i.id) as numbers
  from debit_item d
  join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
  where d.org_id = (select current_org()) and d.run_id = :run
  group by d.mandate_id
) l
join debit_mandate m on m.org_id = (select current_org()) and m.id = l.mandate_id
join customer c on c.org_id = m.org_id and c.id = m.customer_id
left join lateral (
  select k.name, k.email, k.language
  from contact k
  where k.org_id = m.org_id and k.customer_id = m.customer_id and k.email is not null and k.voided_at is null and k.bounced_on is null
  order by array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], k.role), k.id
  limit 1
) k on true
order by c.number, m.id
