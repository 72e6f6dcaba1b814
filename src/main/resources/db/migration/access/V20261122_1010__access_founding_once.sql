-- Founding an organisation twice under the same Idempotency-Key founds it once. It belongs to no organisation, so it is of none.
create table founding (
  key_hash     bytea primary key,
  wanted_hash  bytea not null,
  organisation int not null unique,
  recorded_at  timestamptz not null default now()
);
comment on column founding.organisation is 'the number drawn for it; the organisation follows in a transaction of its own';
grant select, insert on founding to ${app_role};
