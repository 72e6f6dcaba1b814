-- A repeated POST gets its first answer with where the new thing is; answers are forgotten after a month, found by their age.
alter table idempotent_answer add column location text;
create index on idempotent_answer (org_id, recorded_at);
