-- How did each agency do: what it was given, what came in, after how many days, what it cost, what was complained about?
select a.id, a.name, r.currency, count(*) as placed, sum(r.amount) as placed_amount, sum(r.recovered) as recovered,
       sum(r.cost) as cost, round(sum(r.amount_days) / nullif(sum(r.recovered), 0)) as days,
       round(100.0 * sum(r.recovered) / sum(r.amount), 1) as share,
       coalesce(sum(e.complaints), 0) as complaints
from placement_result r
join agency a on a.org_id = r.org_id and a.id = r.agency_id
left join (
  select placement_id, count(*) as complaints
  from agency_entry
  where kind = 'complaint'
  group by placement_id
) e on e.placement_id = r.id
group by a.id, a.name, r.currency
order by lower(a.name), r.currency
