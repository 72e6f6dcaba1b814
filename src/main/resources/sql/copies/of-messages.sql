-- Which copy of each invoice that these messages ask for is on file? The one that is opened most easily, of those the latest; none
-- is a row without a file.
select t.message_id, i.number, c.file_name, c.media_type, encode(c.hash, 'hex') as hash, c.size
from step_taken t
join invoice i on i.org_id = t.org_id and i.id = t.invoice_id
left join lateral (
  select o.file_name, o.media_type, o.hash, f.size
  from invoice_copy_on_file o
  join stored_file f on f.org_id = o.org_id and f.hash = o.hash
  where o.org_id = i.org_id and o.invoice_id = i.id
  order by o.preferred, o.kept_at desc
  limit 1
) c on true
where t.message_id = any (cast(:messages as bigint[]))
order by t.message_id, i.due_on, i.number
