-- A POST repeated under the same key has one effect and gets the first answer again.

create table idempotent_answer (
  org_id      int not null default current_org() references organisation,
  caller      text not null,
  route       text not null,
  key         text not null check (length(key) between 1 and 200),
  body_hash   bytea not null,
  status      int,
  body        text,
  recorded_at timestamptz not null default now(),
  primary key (org_id, caller, route, key)
);
call wall_off('idempotent_answer');
grant select, insert, update, delete on idempotent_answer to ${app_role};
