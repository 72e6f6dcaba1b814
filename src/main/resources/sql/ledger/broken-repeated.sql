-- I13: which payments were taken twice from the same origin?
select 'payment ' || min(p.id) as name, 'and ' || count(*) - 1 || ' more have the source key ' || p.source_key as detail
from payment p
where p.source_key is not null and p.voided_at is null
group by p.org_id, p.source_key
having count(*) > 1
