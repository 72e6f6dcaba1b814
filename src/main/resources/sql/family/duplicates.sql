-- Which customers may be one and the same, by what evidence, and how strong is it? What more than ten share proves nothing.
with clue as (
  select c.id, 'name' as kind, 50 as points, plain_name(c.name) as value
  from customer c
  where c.voided_at is null
  union all
  select c.id, 'tax', 60, regexp_replace(upper(c.tax_number), '[^A-Z0-9]', '', 'g')
  from customer c
  where c.voided_at is null and c.tax_number is not null
  union all
  select c.id, 'iban', 60, c.iban
  from customer c
  where c.voided_at is null and c.iban is not null
  union
  select k.customer_id, 'email', 50, lower(k.email)
  from contact k
  where k.voided_at is null and k.email is not null
  union
  select k.customer_id, 'domain', 15, split_part(lower(k.email), '@', 2)
  from contact k
  where k.voided_at is null and k.email is not null
    and split_part(lower(k.email), '@', 2) not in (
      'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'aol.com',
      'gmx.de', 'gmx.net', 'gmx.at', 'web.de', 't-online.de', 'freenet.de', 'orange.fr', 'free.fr', 'wanadoo.fr', 'libero.it',
      'mail.ru', 'proton.me', 'protonmail.com')
),
shared as (
  select g.*
  from (select c.*, count(*) over (partition by c.kind, c.value) as holders from clue c where c.value <> '') g
  where g.holders between 2 and 10
),
pair as (
  select a.id as first_id, b.id as second_id, least(100, sum(a.points)) as score,
         jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value) order by a.points desc, a.kind) as evidence
  from shared a
  join shared b on b.kind = a.kind and b.value = a.value and b.id > a.id
  group by a.id, b.id
  having sum(a.points) >= 50
)
select p.first_id, f.number as first_number, f.name as first_name,
       p.second_id, s.number as second_number, s.name as second_name,
       p.score, p.evidence::text as evidence
from pair p
join customer f on f.org_id = (select current_org()) and f.id = p.first_id
join customer s on s.org_id = (select current_org()) and s.id = p.second_id
where f.parent_id is distinct from s.id and s.parent_id is distinct from f.id
  and not exists (select 1 from customer_distinct d where d.first_id = p.first_id and d.second_id = p.second_id)
order by p.score desc, f.name, p.first_id, p.second_id
limit :limit
