-- Whose link is it? Asked with the hash of what stands in an address, before any organisation is bound.
create or replace function payer_link_of(hash bytea) returns table (org_id int, id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.org_id, l.id from payer_link l where l.token_hash = hash
$$;
revoke all on function payer_link_of from public;
grant execute on function payer_link_of to ${app_role};

-- Whose session is it? Asked with the hash of what stands in the cookie.
create or replace function payer_session_of(hash bytea) returns table (org_id int, id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.org_id, s.id from payer_session s where s.secret_hash = hash
$$;
revoke all on function payer_session_of from public;
grant execute on function payer_session_of to ${app_role};

-- On which demand does a code stand? The latest that carried it.
create or replace function payer_link_with_code(printed text) returns table (org_id int, id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.org_id, l.id from payer_link l where l.code = printed order by l.made_at desc limit 1
$$;
revoke all on function payer_link_with_code from public;
grant execute on function payer_link_with_code to ${app_role};

-- Who is behind a visit, once they have typed a code of late? Null for everybody else, so nothing below answers them.
create or replace function payer_proven(visit bytea, moment timestamptz) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select l.to_address
  from payer_session s
  join payer_link l on l.org_id = s.org_id and l.id = s.link_id
  join door_setting d on d.org_id = s.org_id and d.takes_part
  where s.secret_hash = visit and s.ended_at is null and s.proven_at > moment - interval '8 hours' and l.revoked_at is null
$$;
revoke all on function payer_proven from public;

-- Does this payer want all vendors on one page? Null when their vendor does not take part, or they have not proven who they are.
create or replace function payer_is_together(visit bytea, moment timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from payer_identity p where p.address = a.address)
  from (select payer_proven(visit, moment) as address) a
  where a.address is not null
$$;
revoke all on function payer_is_together from public;
grant execute on function payer_is_together to ${app_role};

-- Where else is this payer known? Only vendors who take part and have verified the very address that was proven.
create or replace function payer_places(visit bytea, moment timestamptz) returns table (org_id int, customer_id bigint, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (k.org_id, k.customer_id) k.org_id, k.customer_id, k.name
  from payer_identity p
  join contact k on lower(k.email) = p.address and k.verified_on is not null and k.voided_at is null
  join door_setting d on d.org_id = k.org_id and d.takes_part
  where p.address = payer_proven(visit, moment)
  order by k.org_id, k.customer_id, k.id
$$;
revoke all on function payer_places from public;
grant execute on function payer_places to ${app_role};

-- A proven payer wants all vendors on one page, or each alone again. Says whether it was done.
create or replace function payer_keep(visit bytea, moment timestamptz, is_together boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  proven text := payer_proven(visit, moment);
begin
  if proven is null then
    return false;
  elsif is_together then
    insert into payer_identity (address, since) values (proven, moment) on conflict do nothing;
  else
    delete from payer_identity where address = proven;
  end if;
  return true;
end
$$;
revoke all on function payer_keep from public;
grant execute on function payer_keep to ${app_role};

-- How does this payer want to be reminded of all vendors? Nothing for whoever has not proven who they are, or is not together.
create or replace function payer_joint(visit bytea, moment timestamptz) returns table (joint text, most_mails int)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.joint, p.most_mails from payer_identity p where p.address = payer_proven(visit, moment)
$$;
revoke all on function payer_joint from public;
grant execute on function payer_joint to ${app_role};

-- A proven payer wants one mail for all vendors, on these days and at most so many a week, or one from each. Says whether it was done.
create or replace function payer_keep_joint(visit bytea, moment timestamptz, days text, most int) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update payer_identity set joint = days, most_mails = most where address = payer_proven(visit, moment);
  return found;
end
$$;
revoke all on function payer_keep_joint from public;
grant execute on function payer_keep_joint to ${app_role};
