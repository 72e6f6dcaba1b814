-- How many invoices of a period were issued, and about how many did payers have to ask, contest or tell us something, as of a day: in
-- all, by month, customer, biller, line and cause? An invoice counts once in each part, however much was said about it.
with issued as (
  select i.id, to_char(i.issued_on, 'YYYY-MM') as month, c.number, c.name, coalesce(b.created_by, a.actor, '') as biller
  from invoice i
  join customer c on c.org_id = i.org_id and c.id = i.customer_id
  left join import_batch b on b.org_id = i.org_id and b.id = i.batch_id
  left join (
    select e.subject_id, min(e.actor) as actor
    from audit_entry e
    where e.subject = 'invoice' and e.act = 'invoice.recorded'
    group by e.subject_id
  ) a on i.batch_id is null and a.subject_id = i.id
  where i.kind = 'invoice' and i.voided_at is null and i.issued_on between :fromOn and least(:toOn, :asOf)
),
fault as (
  select distinct f.invoice_id, f.cause
  from invoice_fault f
  where f.on_date <= :asOf and f.invoice_id in (select id from issued)
),
wrong as (
  select distinct invoice_id from fault
),
line as (
  select distinct l.invoice_id, l.description
  from invoice_line l
  where l.invoice_id in (select id from issued)
),
part as (
  select 'all' as cut, '' as key, '' as name, i.id from issued i
  union all
  select 'month', i.month, i.month, i.id from issued i
  union all
  select 'customer', i.number, i.name, i.id from issued i
  union all
  select 'biller', i.biller, i.biller, i.id from issued i
  union all
  select 'line', l.description, l.description, l.invoice_id from line l
)
select p.cut, p.key, p.name, count(*) as issued, count(w.invoice_id) as wrong
from part p
left join wrong w on w.invoice_id = p.id
group by p.cut, p.key, p.name
union all
select 'cause', f.cause, f.cause, (select count(*) from issued), count(*)
from fault f
group by f.cause
order by 1, 5 desc, 2
