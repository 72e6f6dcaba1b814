-- Every file that shows an invoice as it was issued: brought by somebody, or the e-invoice it came in, where that file holds nothing
-- else. "preferred" is small for what a reader opens most easily.
create or replace view invoice_copy_on_file with (security_invoker = true) as
select c.org_id, c.id, c.invoice_id, c.file_name, c.media_type, c.hash, c.author, c.kept_at,
       case c.media_type when 'application/pdf' then 1 else 3 end as preferred
from invoice_copy c
where c.withdrawn_at is null
union all
select e.org_id, null, e.invoice_id, b.file_name,
       case when lower(b.file_name) like '%.pdf' then 'application/pdf' else 'application/xml' end, b.file_hash,
       b.created_by, e.recorded_at, case when lower(b.file_name) like '%.pdf' then 2 else 4 end
from e_invoice e
join import_batch b on b.org_id = e.org_id and b.id = e.batch_id
where e.invoice_id is not null and lower(b.file_name) ~ '\.(pdf|xml)$' and b.undone_at is null
  and not exists (
    select from e_invoice o where o.org_id = e.org_id and o.batch_id = e.batch_id and o.id <> e.id);
grant select on invoice_copy_on_file to ${app_role};
