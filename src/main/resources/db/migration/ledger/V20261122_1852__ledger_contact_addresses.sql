-- A mail that comes in is looked up by its sender.
create index contact_address on contact (org_id, lower(email)) where email is not null and voided_at is null;
