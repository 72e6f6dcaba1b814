-- Files of credit notes. What of a known credit note was used up in the accounting system since leaves it here as well: it is known
-- by its batch, so that undo can put it back.
alter table import_batch
  drop constraint import_batch_kind_check,
  add constraint import_batch_kind_check
    check (kind in ('any', 'customers', 'contacts', 'invoices', 'credit-notes', 'payments', 'e-invoices'));

alter table refund
  add batch_id bigint,
  add foreign key (org_id, batch_id) references import_batch;
create index on refund (org_id, batch_id) where batch_id is not null;
