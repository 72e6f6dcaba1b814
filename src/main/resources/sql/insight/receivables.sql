-- What did each customer owe before a period, what was billed, credited, collected and otherwise settled in it, and what is owed at
-- its end, in each currency, as known at a moment (null: now)? What is owed is the open items less the credits.
select m.customer_id, c.number, c.name, m.currency,
       coalesce(m.opening, 0) as opening,
       coalesce(m.billed, 0) as billed,
       coalesce(m.credited, 0) as credited,
       coalesce(m.collected, 0) as collected,
       coalesce(m.opening, 0) + coalesce(m.billed, 0) - coalesce(m.credited, 0) - coalesce(m.collected, 0) - m.closing as other,
       m.closing
from (
  select p.customer_id, p.currency,
         sum(p.amount) filter (where p.effective_on < :fromOn) as opening,
         sum(p.amount) filter (
           where p.effective_on >= :fromOn and p.kind in ('invoice', 'opening_balance', 'interest', 'fee', 'chargeback')
         ) as billed,
         -sum(p.amount) filter (where p.effective_on >= :fromOn and p.kind in ('credit_note', 'credit_note_reversal')) as credited,
         -sum(p.amount) filter (
           where p.effective_on >= :fromOn and (p.kind in ('payment', 'payment_reversal') or p.kind like 'identif%')
         ) as collected,
         sum(p.amount) as closing
  from posting p
  where p.account in ('receivables', 'on_account', 'open_credits')
    and p.customer_id is not null
    and p.effective_on <= :toOn
    and p.known_from <= coalesce(cast(:knownAt as timestamptz), 'infinity')
    and p.known_until > coalesce(cast(:knownAt as timestamptz), '9999-12-31')
  group by p.customer_id, p.currency
) m
join customer c on c.id = m.customer_id
where m.closing <> 0 or coalesce(m.opening, 0) <> 0 or coalesce(m.billed, m.credited, m.collected) is not null
