-- Which accounts may this person see: placed with the agency they work for and not taken back? The wall of the agencies: everything
-- that one of their people reads or writes goes through this question.
select p.id, p.invoice_id, p.pack_id, p.decided_on, p.reason, a.name as agency, i.number, i.issued_on, i.due_on, p.currency,
       p.amount, coalesce(o.open_amount, 0) as open_amount, i.customer_id, c.number as customer_number, c.name as customer_name
from agency_person n
join agency a on a.org_id = n.org_id and a.id = n.agency_id
join placement p on p.org_id = n.org_id and p.agency_id = n.agency_id
join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join open_invoice(:today) o on o.id = i.id
where n.person_id = :person and (cast(:placement as bigint) is null or p.id = :placement)
  and p.pack_id is not null and p.recalled_on is null
order by c.name, i.due_on, p.id
limit 500
