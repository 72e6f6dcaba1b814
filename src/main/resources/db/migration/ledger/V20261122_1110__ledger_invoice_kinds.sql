-- Not every receivable is a bill for goods: what a balance was opened with, interest, a fee, a deduction charged back. What such a
-- receivable arose from is the invoice it names.
alter table invoice
  add kind text not null default 'invoice' check (kind in ('invoice', 'opening_balance', 'interest', 'fee', 'chargeback')),
  add origin_id bigint,
  add foreign key (org_id, origin_id) references invoice;
create index on invoice (org_id, origin_id) where origin_id is not null;
