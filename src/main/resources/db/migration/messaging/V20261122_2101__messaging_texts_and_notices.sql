-- Messages also go to telephones, through a gateway of the organisation's own choosing, and wait behind the payer's door until
-- somebody has seen them.
create table sms_account (
  org_id     int not null default current_org() references organisation,
  url        text not null check (length(url) between 1 and 500),
  sealed     bytea not null,
  is_on      boolean not null,
  set_by     text not null,
  checked_at timestamptz,
  trouble    text,
  primary key (org_id)
);
comment on column sms_account.sealed is 'the secret that signs each call';
call wall_off('sms_account');
grant select, insert, update on sms_account to ${app_role};

alter table message add column seen_at timestamptz;
comment on column message.seen_at is 'when a person first stood before the door that a notice waited behind';
grant update (seen_at) on message to ${app_role};
create index message_behind_the_door on message (org_id, customer_id, id) where channel = 'portal';

alter table text_version
  drop constraint text_version_kind_check,
  add constraint text_version_kind_check check (kind in ('letter', 'sms', 'script'));
