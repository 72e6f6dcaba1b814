-- Who may work here, and who did something in the period? What a person did stands in the audit chain under their name.
select cast(:toOn as date) as on_day, cast(null as bigint) as customer_id, cast(null as text) as currency,
       case when exists (
         select from audit_entry e
         where e.actor_kind = 'person' and e.actor = p.name and e.at >= cast(:fromOn as date) and e.at < cast(:toOn as date) + 1
       ) then 1 else 0 end as part, 1 as whole, cast(null as int) as stage, p.name || ', ' || replace(m.role, '_', ' ') as label,
       '/settings' as url
from membership m
join person p on p.id = m.person_id
where p.disabled_at is null
