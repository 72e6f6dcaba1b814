-- Which tables of an organisation are not walled off, or let a row without an organisation in? (I15)
select c.relname as name, 'row-level security is off, not forced, or has no policy' as detail, '/settings/integrity' as url
from pg_class c
join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
where c.relkind in ('r', 'p')
  and not (c.relrowsecurity and c.relforcerowsecurity and a.attnotnull
    and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null))
order by 1
