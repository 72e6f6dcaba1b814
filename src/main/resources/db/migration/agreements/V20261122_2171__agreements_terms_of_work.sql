-- Work that was agreed under terms somebody accepted is billed under that version of them, whatever is agreed later.
alter table billable
  add column terms_id bigint,
  add foreign key (org_id, terms_id) references terms;
create index on billable (org_id, terms_id);
