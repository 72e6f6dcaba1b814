-- Which files that came from outside are the originals of these invoices?
select distinct encode(b.file_hash, 'hex') as hash, b.file_name, f.size
from e_invoice e
join import_batch b on b.id = e.batch_id
join stored_file f on f.hash = b.file_hash
where e.invoice_id = any(cast(:invoices as bigint[]))
union
select encode(c.hash, 'hex'), c.file_name, f.size
from invoice_copy c
join stored_file f on f.hash = c.hash
where c.withdrawn_at is null and c.invoice_id = any(cast(:invoices as bigint[]))
order by file_name, hash
