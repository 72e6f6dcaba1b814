-- Which customers nobody looks after does a rule give to whom? The first rule that fits counts, its people take turns.
with owed as (
  select customer_id, currency, sum(open_amount) as open_amount
  from open_invoice(:today)
  where exists (select from handover_rule where ended_on is null)
  group by customer_id, currency
),
fitting as (
  select distinct on (c.id) c.id as customer_id, c.owner_id as had, r.id as rule_id, r.people
  from customer c
  join handover_rule r
    on r.ended_on is null
   and (r.language = '' or r.language = c.language)
   and (r.tag = '' or exists (select from unnest(c.tags) as tag where lower(tag) = r.tag))
  left join owed o on o.customer_id = c.id and o.currency = r.currency
  where c.voided_at is null
    and not exists (select from membership m where m.org_id = c.org_id and m.person_id = c.owner_id)
    and coalesce(o.open_amount, 0) >= r.from_amount
    and (r.below is null or coalesce(o.open_amount, 0) < r.below)
  order by c.id, r.id
),
given as (
  select f.customer_id,
         f.had,
         f.rule_id,
         f.people[1 + ((coalesce(b.given_before, 0) + row_number() over (partition by f.rule_id order by f.customer_id) - 1)
           % cardinality(f.people))::int] as person_id
  from fitting f
  left join (select rule_id, count(*) as given_before from handover where rule_id is not null group by rule_id) b
    on b.rule_id = f.rule_id
),
changed as (
  update customer c
  set owner_id = g.person_id
  from given g
  where c.id = g.customer_id
    and exists (select from membership m where m.person_id = g.person_id)
  returning c.id, g.had, g.person_id, g.rule_id
)
insert into handover (customer_id, from_person_id, to_person_id, handed_on, rule_id, author)
select id, had, person_id, :today, rule_id, :author
from changed
returning customer_id
