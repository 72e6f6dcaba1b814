-- What are the debits and credits of each account in a period, in each currency, as known at a moment (null: now)?
select p.account,
       p.currency,
       coalesce(sum(p.amount) filter (where p.amount > 0), 0) as debit,
       coalesce(-sum(p.amount) filter (where p.amount < 0), 0) as credit
from posting p
where p.effective_on between :from and :to
  and p.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
  and p.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
  and (cast(:customer as bigint) is null or p.customer_id = cast(:customer as bigint))
  and (cast(:account as text) is null or p.account = cast(:account as text))
group by p.account, p.currency
order by p.currency, p.account
