-- What was billed, or is to be billed, apart from everything else of a customer, and on which invoice does it stand?
select b.*, d.number as document
from billable b
left join billed x on x.org_id = b.org_id and x.billable_id = b.id
left join issued_document d on d.org_id = x.org_id and d.id = x.document_id
where b.apart = :apart and b.withdrawn_at is null
  and not exists (select from issued_document c where c.org_id = d.org_id and c.credits = d.id and not c.partly)
order by b.id
