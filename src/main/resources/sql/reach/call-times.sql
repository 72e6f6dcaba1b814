-- At which hours of their own clock were these customers called within a year, and how often was somebody reached? Only calls written down
-- on their day: the moment tells the hour.
select i.customer_id, cast(extract(hour from i.recorded_at at time zone t.zone) as int) as hour,
       count(*) as calls, count(*) filter (where i.outcome not in ('no_answer', 'voicemail', 'wrong_person')) as reached
from interaction i
join organisation o on o.id = i.org_id
left join place p on p.org_id = i.org_id and p.customer_id = i.customer_id and p.contact_id is null
cross join lateral (select coalesce(p.zone, o.zone) as zone) t
where i.customer_id = any (:customers) and i.kind = 'call' and i.direction = 'out'
  and i.happened_on > cast(:today as date) - 365 and i.happened_on <= :today
  and cast(i.recorded_at at time zone o.zone as date) = i.happened_on
group by i.customer_id, hour
