-- All papers of an organisation have one look: the colour that only invoices had moves to the letterhead, beside a logo, which is
-- kept as it was drawn anew. No logo could be uploaded before, so none moves.
alter table letterhead add column colour text not null default '#0f5a66' check (colour ~ '^#[0-9a-f]{6}$');
alter table letterhead add column logo bytea check (octet_length(logo) < 2000000);
