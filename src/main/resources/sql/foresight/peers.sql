-- What did customers of the same kind buy month by month, up to a day: those who share the customer's first tag, else everybody else?
select date_trunc('month', i.issued_on)::date as month, count(*)::int as invoices, sum(i.amount)::bigint as minor
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
join customer o on o.org_id = i.org_id and o.id = :customer and o.id <> c.id
where i.org_id = (select current_org()) and i.voided_at is null and i.kind = 'invoice'
  and i.issued_on between :since and :asOf and (cardinality(o.tags) = 0 or c.tags @> array[o.tags[1]])
group by 1
