-- Originals from outside are kept, found by what they contain. In pieces, so that no large file is held in memory.

create table stored_file (
  org_id    int not null default current_org() references organisation,
  hash      bytea not null,
  size      bigint not null check (size >= 0),
  kept_at   timestamptz not null default now(),
  primary key (org_id, hash)
);
call wall_off('stored_file');
grant select, insert on stored_file to ${app_role};

create table stored_piece (
  org_id int not null default current_org() references organisation,
  hash   bytea not null,
  piece  int not null,
  bytes  bytea not null,
  primary key (org_id, hash, piece),
  foreign key (org_id, hash) references stored_file
);
call wall_off('stored_piece');
grant select, insert on stored_piece to ${app_role};
