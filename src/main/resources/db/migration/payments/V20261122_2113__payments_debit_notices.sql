-- Before money is collected its payer is told: how much, on which day, under which mandate; once for each collection. The bank's file
-- is not handed out before everybody was told.
create table debit_notice (
  org_id     int not null default current_org() references organisation,
  run_id     bigint not null,
  mandate_id bigint not null,
  message_id bigint,
  told_by    text,
  primary key (org_id, run_id, mandate_id),
  foreign key (org_id, run_id) references debit_run,
  foreign key (org_id, mandate_id) references debit_mandate,
  foreign key (org_id, message_id) references message
);
comment on column debit_notice.message_id is 'the mail that tells it; null where nobody there can be mailed';
comment on column debit_notice.told_by is 'who says that they told it another way';
create index on debit_notice (org_id, mandate_id);
create index on debit_notice (org_id, message_id) where message_id is not null;
call wall_off('debit_notice');
grant select, insert on debit_notice to ${app_role};
grant update (told_by) on debit_notice to ${app_role};
