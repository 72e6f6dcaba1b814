-- Which promises were settled, and which of them were kept? One that was superseded or withdrawn before its day does not count.
select p.settled_on as on_day, p.customer_id, cast(null as text) as currency, case when p.state = 'kept' then 1 else 0 end as part, 1 as whole,
       cast(null as int) as stage, 'promised for ' || p.due_on || ', ' || replace(p.state, '_', ' ') as label,
       '/customers/' || p.customer_id as url
from promise p
where p.state in ('kept', 'partly_kept', 'broken') and p.settled_on between :fromOn and :toOn
  and coalesce(p.settled_at, p.recorded_at) <= coalesce(cast(:knownAt as timestamptz), 'infinity')
