-- Which of these readers wish one mail, and on which days? Answers a vendor that takes part, of addresses that it has verified itself.
create or replace function joint_wishes(readers text[]) returns table (address text, joint text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.address, p.joint
  from payer_identity p
  where p.address = any (readers) and p.joint <> 'apart'
    and exists (select from joint_setting s where s.org_id = current_org() and s.takes_part)
    and exists (
      select from contact k
      where k.org_id = current_org() and lower(k.email) = p.address and k.verified_on is not null and k.voided_at is null)
$$;
revoke all on function joint_wishes from public;
grant execute on function joint_wishes to ${app_role};

-- Whose joint mail is due, and what goes along? One payer, who has waited longest; no two senders get the same at once.
create or replace function joint_due(moment timestamptz, modes text[], besides text[])
returns table (address text, leaves_on date, mail_mode text, org_id int, message_id bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  whose record;
begin
  for whose in
    select lower(m.to_address) as reader, m.joint_on, o.mail_mode, array_agg(m.org_id order by m.org_id, m.id) as orgs,
           array_agg(m.id order by m.org_id, m.id) as messages
    from message m
    join organisation o on o.id = m.org_id and o.mail_mode = any (modes)
    where m.joint_on is not null and m.state in ('planned', 'retry') and m.channel = 'mail' and m.leave_at <= moment
      and m.joint_on <= coalesce(o.simulated_today, 'infinity') and lower(m.to_address) <> all (besides)
      and not exists (select from installation_stop s where s.released_at is null)
      and not exists (
        select from mail_stop s where s.org_id = m.org_id and s.released_at is null and (s.kind = 'all' or s.window_on = m.window_on))
    group by 1, 2, 3
    order by min(m.leave_at)
  loop
    if pg_try_advisory_xact_lock(hashtextextended('joint mail to ' || whose.reader, 0)) then
      return query
        select whose.reader, whose.joint_on, whose.mail_mode, t.org, t.message from unnest(whose.orgs, whose.messages) as t (org, message);
      return;
    end if;
  end loop;
end
$$;
revoke all on function joint_due from public;
grant execute on function joint_due to ${app_role};

-- Takes the one joint mail of a payer and day. False when it has left, may have left, or another sender holds it: one that has lost
-- every message of it can begin it no more.
create or replace function joint_claim(reader text, day date, mode text, name text, holder uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with taken as (
    insert into joint_mail as j (address, leaves_on, mail_mode, message_id, state, fence)
    values (reader, day, mode, name, 'claimed', holder)
    on conflict (address, leaves_on, mail_mode) do update
    set state = 'claimed', fence = holder
    where j.state = 'retry'
      or j.state = 'claimed' and not exists (
        select
        from unnest(j.orgs, j.messages) as t (org, message)
        join message m on m.org_id = t.org and m.id = t.message and m.fence = j.fence)
    returning 1
  )
  select exists (select from taken)
$$;
revoke all on function joint_claim from public;
grant execute on function joint_claim to ${app_role};

-- What became of the mail that its holder carries, and what it took along. A mail that took nothing is as if it had never been.
create or replace function joint_become(holder uuid, new_state text, whose int[], which bigint[], whole bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if cardinality(which) = 0 then
    delete from joint_mail where fence = holder and state = 'claimed';
  else
    update joint_mail set state = new_state, orgs = whose, messages = which, raw = whole
    where fence = holder and state in ('claimed', 'sending', 'unknown');
  end if;
  return found;
end
$$;
revoke all on function joint_become from public;
grant execute on function joint_become to ${app_role};

-- Which messages went along in the mail of this name? Only whoever has had it, or a server on its way, can name it.
create or replace function joint_took(name text) returns table (org_id int, message_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.org, t.message
  from joint_mail j
  cross join unnest(j.orgs, j.messages) as t (org, message)
  where j.message_id = name and j.state in ('sending', 'sent', 'unknown')
$$;
revoke all on function joint_took from public;
grant execute on function joint_took to ${app_role};

-- May one more friendly mail reach this payer on that day? What vendors who take part said to them in a week, a joint mail once, weighed
-- as a vendor weighs its own: a call or a visit 3, a mail or a letter 2, else 1. Says yes or no, never how much or from whom.
create or replace function joint_may_reach(reader text, day date, points int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select 2 + coalesce(sum(heard.weight), 0) <= coalesce((select 2 * p.most_mails from payer_identity p where p.address = reader), points)
  from (
    select case when m.channel in ('mail', 'letter') then 2 else 1 end as weight
    from joint_setting s
    join message m on m.org_id = s.org_id and lower(m.to_address) = reader
    where s.takes_part and m.joint_on is null and m.kind = 'reminder' and m.window_on > day - 7 and m.window_on <= day
      and m.state in ('sending', 'sent', 'unknown')
    union all
    select 2
    from (
      select distinct m.joint_on
      from joint_setting s
      join message m on m.org_id = s.org_id and lower(m.to_address) = reader
      where s.takes_part and m.joint_on > day - 7 and m.joint_on < day and m.state in ('sending', 'sent', 'unknown')
    ) j
    union all
    select case when x.outcome in ('no_answer', 'voicemail', 'wrong_person') then 1 when x.kind in ('call', 'meeting') then 3
                when x.kind in ('mail', 'letter') then 2 else 1 end
    from joint_setting s
    join contact k on k.org_id = s.org_id and lower(k.email) = reader and k.verified_on is not null and k.voided_at is null
    join interaction x on x.org_id = k.org_id and x.customer_id = k.customer_id
    where s.takes_part and x.direction = 'out' and x.happened_on > day - 7 and x.happened_on <= day
  ) heard
$$;
revoke all on function joint_may_reach from public;
grant execute on function joint_may_reach to ${app_role};
