-- An accepted offer opens what it offers, once: a payment plan, other terms, direct debit at the payer's door.
alter table offer
  add column opens text check (opens ~ '^(parts|due day|discount|direct debit)'),
  add column opened text,
  add column opened_at text,
  add check (opened is null or is_accepted),
  add check (opened_at is null or opened is not null);
comment on column offer.opens is 'what its acceptance opens; null where a person sees to it';
comment on column offer.opened is 'what was opened, in words; opened_at is the address of its page';
grant update (opened, opened_at) on offer to ${app_role};
