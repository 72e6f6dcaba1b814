-- Which conversations did people have with customers, by whom?
select t.happened_on as on_day, t.customer_id, cast(null as text) as currency, 1 as part, 1 as whole, cast(null as int) as stage,
       t.author || ': ' || t.kind as label, '/customers/' || t.customer_id as url
from interaction t
where t.kind in ('call', 'meeting', 'mail') and t.happened_on between :fromOn and :toOn
  and t.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
