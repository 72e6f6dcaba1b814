-- How fast payers are answered is counted in business hours: the moment of an answer, and when people are at work.
alter table question add column answered_at timestamptz;
grant update (answered_at) on question to ${app_role};

create table business_hours (
  org_id      int primary key default current_org() references organisation,
  opens       time not null,
  closes      time not null,
  author      text not null,
  recorded_at timestamptz not null default now(),
  check (closes > opens)
);
comment on table business_hours is 'by the clock of the organisation''s zone, on its working days; without a row 09:00 to 17:00';
call wall_off('business_hours');
grant select, insert, update on business_hours to ${app_role};
