-- Who wrote what, and when, in a chain that shows every later change: append-only for the application.

create table audit_head (
  org_id int primary key default current_org() references organisation,
  seq    bigint not null,
  hash   bytea not null
);
call wall_off('audit_head');
grant select on audit_head to ${app_role};

create table audit_entry (
  org_id     int not null default current_org() references organisation,
  seq        bigint not null,
  at         timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'automation', 'payer', 'key')),
  actor      text not null,
  act        text not null,
  subject    text not null,
  subject_id bigint,
  detail     jsonb not null,
  hash       bytea not null,
  primary key (org_id, seq)
);
call wall_off('audit_entry');
grant select on audit_entry to ${app_role};

-- What is hashed: each field with its length in front, the time in microseconds as PostgreSQL stores it.
create function audit_link(previous bytea, e audit_entry) returns bytea
language sql immutable
return sha256(previous || convert_to(concat_ws('|',
  e.org_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint,
  length(e.actor_kind), e.actor_kind, length(e.actor), e.actor, length(e.act), e.act,
  length(e.subject), e.subject, coalesce(e.subject_id, 0), length(e.detail::text), e.detail::text), 'UTF8'));

-- Appends one entry. The head row is locked, not the tail: a chain that locks its tail forks under load.
create function audit_write(at timestamptz, actor_kind text, actor text, act text, subject text, subject_id bigint, detail jsonb)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  e audit_entry;
begin
  insert into audit_head (org_id, seq, hash) values (current_org(), 0, '\x00') on conflict do nothing;
  select * into head from audit_head h where h.org_id = current_org() for update;
  e := row(current_org(), head.seq + 1, at, actor_kind, actor, act, subject, subject_id, detail, '\x'::bytea);
  e.hash := audit_link(head.hash, e);
  insert into audit_entry select (e).*;
  update audit_head h set seq = e.seq, hash = e.hash where h.org_id = current_org();
  return e.seq;
end $$;

-- The first entry whose hash does not follow from the one before it, or null when the chain is whole.
create function audit_first_break() returns bigint
language sql stable
begin atomic
  select min(broken.seq)
  from (
    select e.seq,
           e.hash is distinct from audit_link(lag(e.hash, 1, '\x00'::bytea) over (order by e.seq), e) as is_broken,
           e.seq <> row_number() over (order by e.seq) as has_gap
    from audit_entry e
    where e.org_id = current_org()
    union all
    select h.seq, h.hash is distinct from (select t.hash from audit_entry t where t.org_id = h.org_id and t.seq = h.seq), false
    from audit_head h
    where h.org_id = current_org() and h.seq > 0
  ) broken
  where broken.is_broken or broken.has_gap;
end;
grant execute on function audit_write, audit_first_break to ${app_role};
