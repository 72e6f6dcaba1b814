-- Which invoices of a period were right the first time and which were not, and what was said about each, as of a day? Of one part or
-- of all; the latest first.
select i.id as invoice_id, i.number, i.issued_on, i.currency, i.amount, c.id as customer_id, c.number as customer_number,
       c.name as customer_name, f.kind, f.subject_id, f.cause, f.on_date, coalesce(f.said, '') as said
from invoice i
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join invoice_fault f on f.org_id = i.org_id and f.invoice_id = i.id and f.on_date <= :asOf
where i.kind = 'invoice' and i.voided_at is null and i.issued_on between :fromOn and least(:toOn, :asOf)
  and (cast(:state as text) = 'issued' or (f.kind is null) = (cast(:state as text) = 'right'))
  and (cast(:month as text) is null or to_char(i.issued_on, 'YYYY-MM') = :month)
  and (cast(:customer as text) is null or c.number = :customer)
  and (cast(:cause as text) is null or f.cause = :cause)
  and (cast(:line as text) is null or exists (
    select from invoice_line l where l.org_id = i.org_id and l.invoice_id = i.id and l.description = :line))
  and (cast(:biller as text) is null or coalesce(
    (select b.created_by from import_batch b where b.org_id = i.org_id and b.id = i.batch_id),
    (select min(e.actor) from audit_entry e
     where i.batch_id is null and e.subject = 'invoice' and e.act = 'invoice.recorded' and e.subject_id = i.id), '') = :biller)
order by i.issued_on desc, i.id desc, f.on_date desc, f.kind, f.subject_id desc
limit :limit
