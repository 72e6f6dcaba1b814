-- Who goes by which number: a customer by its own, and by the number of each customer that was merged into it.
create or replace view customer_by_number with (security_invoker = true) as
select c.org_id, c.number, coalesce(c.merged_into, c.id) as id
from customer c
where c.voided_at is null or c.merged_into is not null;
grant select on customer_by_number to ${app_role};

-- Whose letters go to somebody else on a day, and to whom in the end: to the one who pays on their behalf, else to the parent
-- where the customer, or the nearest above it that says anything, wants so. A circle leads nowhere: its customers come back as their
-- own payers. Without families it reads two empty indexes.
create or replace function letters_to(as_of date)
returns table (customer_id bigint, payer_id bigint)
language sql stable parallel safe as $$
  with recursive head as (
    select distinct p.id, coalesce(p.dunning_to, 'self') as setting
    from customer c
    join customer p on p.org_id = c.org_id and p.id = c.parent_id
    where c.org_id = (select current_org())
      and c.parent_id is not null and c.voided_at is null and p.parent_id is null and p.voided_at is null
  ),
  family (id, parent_id, setting, depth) as (
    select h.id, null::bigint, h.setting, 0 from head h
    union all
    select c.id, c.parent_id, coalesce(c.dunning_to, f.setting), f.depth + 1
    from family f
    join customer c on c.org_id = (select current_org()) and c.parent_id = f.id and c.voided_at is null
    where f.depth < 20
  ),
  paid as (
    select distinct on (r.customer_id) r.customer_id as id, r.related_id as next
    from customer_relation r
    join customer p on p.org_id = r.org_id and p.id = r.related_id and p.voided_at is null
    where r.org_id = (select current_org())
      and r.kind = 'payer' and r.from_on <= as_of and (r.until_on is null or r.until_on >= as_of)
    order by r.customer_id, r.id desc
  ),
  step as (
    select p.id, p.next from paid p
    union all
    select f.id, f.parent_id
    from family f
    where f.parent_id is not null and f.setting = 'parent' and not exists (select 1 from paid p where p.id = f.id)
  ),
  walk (id, payer, depth) as (
    select s.id, s.next, 1 from step s
    union all
    select w.id, s.next, w.depth + 1
    from walk w
    join step s on s.id = w.payer
    where w.payer <> w.id and w.depth < 20
  )
  select distinct on (w.id) w.id, w.payer from walk w order by w.id, w.depth desc
$$;
grant execute on function letters_to to ${app_role};

-- A name as it is compared: in lower case, without punctuation, blanks and the legal form; what is nothing but a form stays.
create or replace function plain_name(name text) returns text
language sql immutable parallel safe as $$
  select coalesce(
    nullif(
      regexp_replace(
        regexp_replace(
          regexp_replace(regexp_replace(lower(name), '[.''’]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'),
          '\m(gmbh|mbh|ag|kg|kgaa|ohg|ug|se|ev|eg|ltd|limited|inc|incorporated|corp|corporation|llc|llp|lp|plc|co|company|sa|sas|sarl|srl|spa|sl|slu|bv|nv|ab|as|asa|oy|oyj|aps|pty|kft|doo|sro|spzoo|and|und)\M',
          '', 'g'),
        ' +', '', 'g'),
      ''),
    regexp_replace(lower(name), '[^[:alnum:]]+', '', 'g'))
$$;
grant execute on function plain_name to ${app_role};
