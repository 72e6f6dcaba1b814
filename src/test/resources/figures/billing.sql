-- Invoices of our own from the first of the month to the day: how long after the delivery they were sent, and whether on their day.
,
made as (
  select d.*
  from issued_document d
  join who w on w.id = d.customer_id
  where d.invoice_id is not null
),
work as (
  select d.id, d.kind, d.issued_on, max(b.delivered_until - 1) as last_day, min(b.bill_on) as first_to_bill
  from made d
  join billed t on t.document_id = d.id
  join billable b on b.id = t.billable_id
  group by d.id, d.kind, d.issued_on
)
select 'days-to-send' as metric, '' as currency, round(avg(case when s.sent_on > k.last_day then s.sent_on - k.last_day else 0 end), 1) as value
from work k
join sent_document s on s.document_id = k.id
join given g on s.sent_on >= g.first and s.sent_on <= g.day
where k.kind <> 'deposit' having count(*) > 0
union all
select 'billed-late', '', round(count(*) filter (where k.issued_on > k.first_to_bill) * 100.0 / count(*), 1)
from work k
join given g on k.issued_on >= g.first and k.issued_on <= g.day having count(*) > 0
