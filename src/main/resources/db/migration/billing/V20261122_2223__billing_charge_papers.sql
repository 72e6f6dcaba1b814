-- What is claimed for lateness is a paper of its own, made once when it is claimed.
create table charge_paper (
  org_id    int not null default current_org() references organisation,
  charge_id bigint not null,
  hash      bytea not null,
  made_at   timestamptz not null default now(),
  primary key (org_id, charge_id),
  foreign key (org_id, charge_id) references charge,
  foreign key (org_id, hash) references stored_file
);
create index on charge_paper (org_id, hash);
call wall_off('charge_paper');
grant select, insert on charge_paper to ${app_role};
