-- An organisation is founded from inside: its number is drawn first, so that row-level security takes it for its own.
grant usage on sequence organisation_id_seq to ${app_role};

-- A first password was chosen by somebody else. It lets its person in only to choose their own.
alter table person add column password_is_initial boolean not null default false;
