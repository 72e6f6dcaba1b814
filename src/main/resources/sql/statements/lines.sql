-- What moved the balances of these customers in a period, as known at a moment (null: now), and by how much? What only turns money
-- on account into a settled invoice moves nothing. Customers that share a statement are taken together.
select f.statement_of, p.currency, p.effective_on, p.kind, p.fact_id, p.document, v.due_on, sum(p.amount) as amount
from unnest(cast(:customers as bigint[]), cast(:statements as bigint[])) f (customer_id, statement_of)
join posting p on p.customer_id = f.customer_id
left join invoice_version v
  on v.invoice_id = p.invoice_id and v.kind = p.kind
  and v.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
  and v.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
where p.account in ('receivables', 'on_account', 'open_credits')
  and p.effective_on between :fromOn and :toOn
  and p.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
  and p.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
group by f.statement_of, p.currency, p.effective_on, p.kind, p.fact_id, p.document, v.due_on
having sum(p.amount) <> 0
order by f.statement_of, p.currency, p.effective_on, sum(p.amount) desc, p.kind, p.fact_id
