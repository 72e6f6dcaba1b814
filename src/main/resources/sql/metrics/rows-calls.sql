-- Which calls were made, and in which was somebody reached?
select t.happened_on as on_day, t.customer_id, cast(null as text) as currency,
       case when t.outcome in ('no_answer', 'voicemail', 'wrong_person', 'wrong_number') then 0 else 1 end as part, 1 as whole,
       cast(null as int) as stage, t.author || ': ' || replace(coalesce(t.outcome, 'no outcome'), '_', ' ') as label,
       '/customers/' || t.customer_id as url
from interaction t
where t.kind = 'call' and t.direction = 'out' and t.happened_on between :fromOn and :toOn
  and t.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
