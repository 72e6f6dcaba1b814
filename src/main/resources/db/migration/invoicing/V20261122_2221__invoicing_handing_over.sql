-- One document that cannot be handed over holds up no other: each is tried by itself, later and later, and people see which and why.
create table handing_trouble (
  org_id      int not null default current_org() references organisation,
  document_id bigint not null,
  what        text not null check (length(what) between 1 and 1000),
  tries       int not null check (tries > 0),
  noticed_on  date not null,
  next_at     timestamptz not null,
  primary key (org_id, document_id),
  foreign key (org_id, document_id) references issued_document
);
comment on table handing_trouble is 'why the access point has not taken a document yet; gone once it has';
call wall_off('handing_trouble');
grant select, insert, delete on handing_trouble to ${app_role};
grant update (what, tries, next_at) on handing_trouble to ${app_role};
