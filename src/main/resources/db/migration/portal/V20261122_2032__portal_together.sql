-- One page for what a payer owes several vendors. It takes three who want it: each vendor, and the payer, who has proven an address
-- that each vendor has verified. Vendors never learn of each other, so who is together is nobody's data: no role of the application
-- can read it, only the functions that answer one proven payer.

alter table door_setting add column takes_part boolean not null default false;
comment on column door_setting.takes_part is 'whether payers may see this vendor''s items beside those of others who take part';

create table payer_identity (
  address text primary key check (address = lower(address)),
  since   timestamptz not null
);
comment on table payer_identity is 'payers who want all their vendors on one page, by the address they have proven';

create policy of_whom on contact for select to current_user using (true);
create policy of_whom on door_setting for select to current_user using (true);
create index contact_by_address on contact (lower(email)) where voided_at is null and verified_on is not null;
