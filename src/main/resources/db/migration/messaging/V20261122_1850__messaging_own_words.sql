-- People write too, not only the night: what a person writes has its own words, belongs to a thread and takes nobody's place.
-- Each mail carries a token of its own that comes back with its answer.
alter table message
  add column kind text not null default 'reminder' check (kind in ('reminder', 'reply')),
  add column author text not null default 'Dunwell',
  add column in_reply_to text,
  add column reply_token text not null default substr(md5(gen_random_uuid()::text || gen_random_uuid()::text), 1, 20);
comment on column message.reply_token is 'whoever sends it back has had this mail, or one that quotes it';
drop index message_once;
create unique index message_once on message (org_id, customer_id, channel, window_on)
  where kind = 'reminder' and state not in ('recalled', 'withdrawn');
create unique index on message (org_id, reply_token);
create index on message (org_id, lower(to_address), id);
