-- Up to where the mailbox of joint mails was read. It belongs to the installation; what it holds is handed to each vendor apart and
-- kept nowhere else.
create table joint_mailbox (
  id       boolean primary key default true check (id),
  validity bigint not null,
  last_uid bigint not null
);
grant select, insert, update on joint_mailbox to ${app_role};
