-- Hours and expenses come by file as well: they remember which one, and what a file that is taken back brought gives up its name, so
-- that the same file can come again.
alter table import_batch
  drop constraint import_batch_kind_check,
  add constraint import_batch_kind_check
    check (kind in ('any', 'customers', 'contacts', 'invoices', 'credit-notes', 'payments', 'e-invoices', 'billables'));
alter table billable
  add column batch_id bigint,
  add foreign key (org_id, batch_id) references import_batch;
create index on billable (org_id, batch_id) where batch_id is not null;
grant update (source_key) on billable to ${app_role};
