-- Which invoices were issued, and which of them after the day on which the first of their work was to be billed?
select d.issued_on as on_day, d.customer_id, cast(null as text) as currency,
       case when d.issued_on > min(b.bill_on) then 1 else 0 end as part, 1 as whole, cast(null as int) as stage,
       d.number || ', to be billed on ' || min(b.bill_on) as label, '/invoices/' || d.invoice_id as url
from issued_document d
join billed t on t.org_id = d.org_id and t.document_id = d.id
join billable b on b.org_id = t.org_id and b.id = t.billable_id
where d.invoice_id is not null and d.issued_on between :fromOn and :toOn and b.source_key not like 'again:%'
group by d.org_id, d.id
