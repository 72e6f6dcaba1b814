-- An organisation puts its own words in place of those that ship, in versions that never change; every message says which it was
-- written from. And a message may travel on paper: printed in a batch, then posted on a day.
create table text_version (
  org_id      int not null default current_org() references organisation,
  kind        text not null check (kind in ('letter', 'script')),
  name        text not null,
  language    text not null,
  variant     text not null,
  version     int not null check (version > 0),
  source      text check (length(source) between 1 and 20000),
  reason      text not null check (length(trim(reason)) between 1 and 500),
  back_to     int check (back_to >= 0 and back_to < version),
  author      text not null,
  changed_on  date not null,
  recorded_at timestamptz not null default now(),
  check (source is not null or back_to is not null),
  primary key (org_id, kind, name, language, variant, version)
);
comment on column text_version.source is 'null: the shipped text again, as it is by then';
call wall_off('text_version');
grant select, insert on text_version to ${app_role};

alter table message
  drop constraint message_channel_check,
  drop constraint message_state_check,
  add constraint message_channel_check check (channel in ('mail', 'letter', 'portal', 'sms')),
  add constraint message_state_check check (state in
    ('planned', 'claimed', 'sending', 'retry', 'printed', 'sent', 'failed', 'unknown', 'recalled', 'withdrawn')),
  add column tone text not null default 'neutral' check (tone in ('gentle', 'neutral', 'firm')),
  add column template_version int check (template_version >= 0),
  add column posted_on date,
  add constraint message_posted_on_paper check (posted_on is null or channel = 'letter');
comment on column message.to_address is 'a mail address; of a letter on paper the lines below the name';
create index message_on_paper on message (org_id, state, id) where channel = 'letter';
grant update (channel, to_name, to_address, template_version, posted_on) on message to ${app_role};
