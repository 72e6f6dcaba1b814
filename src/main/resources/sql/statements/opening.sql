-- What were the balances of these customers before a day, as known at a moment (null: now)?
select f.statement_of, p.currency, sum(p.amount) as amount
from unnest(cast(:customers as bigint[]), cast(:statements as bigint[])) f (customer_id, statement_of)
join posting p on p.customer_id = f.customer_id
where p.account in ('receivables', 'on_account', 'open_credits')
  and p.effective_on < :fromOn
  and p.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
  and p.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
group by f.statement_of, p.currency
having sum(p.amount) <> 0
order by f.statement_of, p.currency
