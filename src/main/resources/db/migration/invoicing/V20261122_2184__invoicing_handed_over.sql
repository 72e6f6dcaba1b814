-- What the access point took over: handed once it said so, again until then.
create table handed_document (
  org_id      int not null default current_org() references organisation,
  document_id bigint not null,
  handed_at   timestamptz not null,
  primary key (org_id, document_id),
  foreign key (org_id, document_id) references issued_document
);
call wall_off('handed_document');
grant select, insert on handed_document to ${app_role};
