-- Which postings took effect in a period, as known at a moment (null: now)?
select p.kind, p.fact_id, p.effective_on, p.customer_id, c.number as customer_number, c.name as customer_name,
       p.account, p.currency, p.amount, p.invoice_id, p.document, p.known_from
from posting p
left join customer c on c.org_id = p.org_id and c.id = p.customer_id
where p.effective_on between :from and :to
  and p.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
  and p.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
