-- Which postings became known after one moment and until another, and which of those known before are no longer so? What was
-- posted and taken back in between, or is the same in another version of its document, cancels out.
select s.kind, s.fact_id, s.effective_on, s.customer_id, c.number as customer_number, c.name as customer_name,
       s.account, s.currency, sum(s.sign * s.amount)::bigint as amount, s.invoice_id, s.document, max(s.known_from) as known_from
from (
  select 1 as sign, p.*
  from posting p
  where p.known_from > :after and p.known_from <= :until and p.known_until > :until
  union all
  select -1, p.*
  from posting p
  where p.known_from <= :after and p.known_until > :after and p.known_until <= :until
) s
left join customer c on c.id = s.customer_id
where :withDocuments or s.kind not in ('invoice', 'opening_balance', 'credit_note')
group by s.kind, s.fact_id, s.effective_on, s.customer_id, c.number, c.name, s.account, s.currency, s.invoice_id, s.document
having sum(s.sign * s.amount) <> 0
order by s.effective_on, s.kind, s.fact_id, s.account, s.customer_id
