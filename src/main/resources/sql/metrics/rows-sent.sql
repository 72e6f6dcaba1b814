-- How many days lay between the delivery or service and the day on which its invoice was sent? Invoices that the house issued, of which
-- the last day of delivery is known; what was sent before that day was sent on it.
select s.sent_on as on_day, d.customer_id, cast(null as text) as currency,
       greatest(s.sent_on - cast(d.content #>> '{references,delivered,until}' as date) + 1, 0) as part, 1 as whole,
       cast(null as int) as stage,
       d.number || ', sent ' || case s.way
         when 'mail' then 'by mail' when 'portal' then 'to the portal' when 'print' then 'on paper' else 'through the access point' end as label,
       '/invoices/' || d.invoice_id as url
from sent_document s
join issued_document d on d.org_id = s.org_id and d.id = s.document_id
where d.invoice_id is not null and s.sent_on between :fromOn and :toOn
