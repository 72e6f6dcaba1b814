-- How many days lay between the last day of delivery and the day on which the invoice was sent? Invoices that the house issued, without
-- deposits; "until" is the day after the last day of delivery, and what was sent before that last day took no day.
select s.sent_on as on_day, d.customer_id, cast(null as text) as currency,
       greatest(s.sent_on - (cast(d.content #>> '{references,delivered,until}' as date) - 1), 0) as part, 1 as whole,
       cast(null as int) as stage,
       d.number || ', sent ' || case s.way
         when 'mail' then 'by mail' when 'portal' then 'to the portal' when 'print' then 'on paper' else 'through the access point' end as label,
       '/invoices/' || d.invoice_id as url
from sent_document s
join issued_document d on d.org_id = s.org_id and d.id = s.document_id
where d.kind in ('invoice', 'final') and s.sent_on between :fromOn and :toOn
