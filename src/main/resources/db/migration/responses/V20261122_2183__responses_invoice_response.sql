-- What buyers' systems answered about invoices. An answer may come again, so each has its own name and counts once.
create table invoice_response (
  org_id      int not null default current_org() references organisation,
  id          text not null check (length(id) between 1 and 200),
  invoice_id  bigint not null,
  code        text not null,
  reason      text not null default '',
  note        text not null default '',
  answered_on date not null,
  author      text not null,
  taken_at    timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, invoice_id) references invoice
);
create index on invoice_response (org_id, invoice_id);
call wall_off('invoice_response');
grant select, insert on invoice_response to ${app_role};
