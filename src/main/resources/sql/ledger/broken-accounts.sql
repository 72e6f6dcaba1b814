-- I04, I06: for which customers do the postings up to a day differ from what is open on it, or from what is unapplied? Customer 0
-- is whoever paid without saying who.
with posted as (
  select coalesce(p.customer_id, 0) as customer, p.currency,
         coalesce(sum(p.amount) filter (where p.account = 'receivables'), 0) as owed,
         coalesce(-sum(p.amount) filter (where p.account <> 'receivables'), 0) as credit
  from posting p
  where p.known_until = 'infinity' and p.effective_on <= :asOf
    and p.account in ('receivables', 'on_account', 'open_credits', 'unidentified')
  group by customer, p.currency
),
open_item as (
  select s.customer, s.currency, sum(s.owed) as owed, sum(s.credit) as credit
  from (
    select o.customer_id as customer, o.currency, o.open_amount as owed, 0 as credit from open_invoice(:asOf) o
    union all
    select coalesce(k.customer_id, 0), k.currency, 0, k.open_amount from open_credit(:asOf) k
  ) s
  group by s.customer, s.currency
)
select 'customer ' || customer as name,
       'the journal says ' || coalesce(p.owed, 0) || ' owed and ' || coalesce(p.credit, 0) || ' unapplied in ' || currency
         || ', the open items ' || coalesce(o.owed, 0) || ' and ' || coalesce(o.credit, 0) || ' as of ' || cast(:asOf as date) as detail
from posted p
full join open_item o using (customer, currency)
where coalesce(p.owed, 0) <> coalesce(o.owed, 0) or coalesce(p.credit, 0) <> coalesce(o.credit, 0)
