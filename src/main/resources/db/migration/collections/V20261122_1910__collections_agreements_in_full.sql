-- Promises about different invoices run side by side and say who gave them; a dispute may be about a part, has a reason, an
-- owner and an outcome; a hold has a code and may go on from another.
drop index promise_running;
create index promise_running on promise (org_id, customer_id, currency) where state = 'open';
alter table promise
  add method text check (method in ('transfer', 'direct_debit', 'card', 'cheque', 'cash', 'other')),
  add contact_id bigint,
  add replaced_by bigint,
  add foreign key (org_id, contact_id) references contact,
  add foreign key (org_id, replaced_by) references promise;
create index on promise (org_id, contact_id) where contact_id is not null;
create index on promise (org_id, replaced_by) where replaced_by is not null;
grant update (replaced_by) on promise to ${app_role};

alter table dispute
  add code text not null default 'other',
  add amount bigint check (amount > 0),
  add owner_id bigint references person,
  add due_on date,
  add outcome text check (outcome in ('settled', 'credited', 'rejected', 'split')),
  add credited bigint check (credited > 0),
  add credit_note_id bigint,
  add foreign key (org_id, credit_note_id) references credit_note,
  add check (closed_on is not null or outcome is null);
comment on column dispute.amount is 'the part that is disputed, minor units of the invoice''s currency; null: all of it';
create index on dispute (org_id, credit_note_id) where credit_note_id is not null;
grant update (owner_id, due_on, outcome, credited, credit_note_id) on dispute to ${app_role};

alter table hold
  add code text not null default 'other',
  add extends bigint,
  add foreign key (org_id, extends) references hold;
create index on hold (org_id, extends) where extends is not null;
