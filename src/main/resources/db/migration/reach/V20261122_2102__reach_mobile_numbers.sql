-- Under which number somebody may be sent text messages: said by a person, because a telephone number alone does not tell a desk
-- from a pocket. A contact has one.
create table mobile_number (
  org_id      int not null default current_org() references organisation,
  contact_id  bigint not null,
  number      text not null check (number ~ '^[+][1-9][0-9]{6,14}$'),
  author      text not null,
  recorded_at timestamptz not null default now(),
  primary key (org_id, contact_id),
  foreign key (org_id, contact_id) references contact
);
call wall_off('mobile_number');
grant select, insert, update, delete on mobile_number to ${app_role};
