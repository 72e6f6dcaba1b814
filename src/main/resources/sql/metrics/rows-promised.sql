-- How much of what was promised came? No promise counts with more than was promised.
select p.settled_on as on_day, p.customer_id, p.currency, least(p.received, p.amount) as part, p.amount as whole,
       cast(null as int) as stage, 'promised for ' || p.due_on || ', ' || replace(p.state, '_', ' ') as label,
       '/customers/' || p.customer_id as url
from promise p
where p.state in ('kept', 'partly_kept', 'broken') and p.settled_on between :fromOn and :toOn
  and coalesce(p.settled_at, p.recorded_at) <= coalesce(cast(:knownAt as timestamptz), 'infinity')
