-- Which documents were issued, what do they say, who took them back, and which files were made of them?
select d.id, d.customer_id, d.invoice_id, d.credit_note_id, d.content::text as said, d.author, d.issued_at,
  (select c.number from issued_document c where c.org_id = d.org_id and c.credits = d.id and not c.partly) as credited_by,
  (select coalesce(jsonb_object_agg(f.form, encode(f.hash, 'hex')), '{}')::text
   from issued_file f where f.org_id = d.org_id and f.document_id = d.id) as files
from issued_document d
where (cast(:id as bigint) is null or d.id = cast(:id as bigint))
  and (cast(:before as bigint) is null or d.id < cast(:before as bigint))
  and (cast(:invoice as bigint) is null or d.invoice_id = cast(:invoice as bigint))
order by d.id desc
limit cast(:most as int)
