-- Pages about two years of a book of a million invoices answer at once because its days are kept: made anew as a whole from the
-- facts, never amended, and knowing from which moment's knowledge.
create table book_kept (
  org_id    int not null default current_org() references organisation,
  known_at  timestamptz not null,
  last_on   date not null,
  audit_seq bigint not null,
  took_ms   bigint not null check (took_ms >= 0),
  primary key (org_id)
);
comment on table book_kept is 'from which facts the kept days were made: those known at a moment, about days up to the last';
comment on column book_kept.audit_seq is 'how far the audit chain had come; where it has gone on, something may have changed';
call wall_off('book_kept');
grant select, insert, delete on book_kept to ${app_role};

create table book_day (
  org_id            int not null default current_org() references organisation,
  currency          char(3) not null check (currency ~ '^[A-Z]{3}$'),
  on_day            date not null,
  open              numeric not null,
  not_due           numeric not null,
  late_30           numeric not null,
  late_60           numeric not null,
  late_90           numeric not null,
  late_more         numeric not null,
  late_since        numeric not null,
  age_30            numeric not null,
  age_60            numeric not null,
  age_90            numeric not null,
  age_more          numeric not null,
  billed            numeric not null,
  charged           numeric not null,
  collected         numeric not null,
  credited          numeric not null,
  discounted        numeric not null,
  deducted          numeric not null,
  written_off       numeric not null,
  fell_due          numeric not null,
  fell_due_items    numeric not null,
  paid_by_due       numeric not null,
  paid_by_due_items numeric not null,
  paid_days         numeric not null,
  late_days         numeric not null,
  primary key (org_id, currency, on_day)
);
comment on table book_day is 'the book at the end of each day on which it changed, in minor units';
comment on column book_day.late_since is 'open and past due, times the days from 2000-01-01 to the due day: gives the days late of any day';
comment on column book_day.age_30 is 'by days since issue: 0 to 30, to 60, to 90, more; late_30 and its like by days past due';
comment on column book_day.billed is 'from here on running totals from the first day; a period is the difference of two rows';
comment on column book_day.paid_days is 'paid, times the days from issue to payment; late_days: times the days past due';
call wall_off('book_day');
grant select, insert, delete on book_day to ${app_role};

create table book_month (
  org_id       int not null default current_org() references organisation,
  currency     char(3) not null check (currency ~ '^[A-Z]{3}$'),
  billed_month date not null check (extract(day from billed_month) = 1),
  on_day       date not null,
  billed       numeric not null,
  billed_days  numeric not null,
  settled      numeric not null,
  settled_days numeric not null,
  collected    numeric not null,
  matured      numeric not null,
  at_risk      numeric not null,
  primary key (org_id, currency, billed_month, on_day)
);
comment on table book_month is 'what became of what was billed in each month: running totals at the end of each day on which they changed';
comment on column book_month.billed_days is 'billed, times the days from the first of the month to the issue; settled_days alike';
comment on column book_month.at_risk is 'of what became ninety days past due (matured), what was still open then';
call wall_off('book_month');
grant select, insert, delete on book_month to ${app_role};

create table book_mover (
  org_id      int not null default current_org() references organisation,
  currency    char(3) not null check (currency ~ '^[A-Z]{3}$'),
  customer_id bigint not null,
  billed      bigint not null,
  paid        bigint not null,
  otherwise   bigint not null,
  primary key (org_id, customer_id, currency),
  foreign key (org_id, customer_id) references customer
);
comment on table book_mover is 'whose accounts changed most in the seven days up to the last';
call wall_off('book_mover');
grant select, insert, delete on book_mover to ${app_role};

create table book_risk (
  org_id        int not null default current_org() references organisation,
  currency      char(3) not null check (currency ~ '^[A-Z]{3}$'),
  customer_id   bigint not null,
  open          bigint not null,
  overdue       bigint not null,
  at_stake      bigint not null,
  oldest_due_on date not null,
  primary key (org_id, customer_id, currency),
  foreign key (org_id, customer_id) references customer
);
comment on column book_risk.at_stake is 'overdue, times the chance that it is not paid within sixty days; all of it where nothing is foretold';
call wall_off('book_risk');
grant select, insert, delete on book_risk to ${app_role};

create table alert (
  org_id          int not null default current_org() references organisation,
  id              bigint generated by default as identity,
  kind            text not null check (kind in ('rising_dso', 'drift', 'concentration', 'silence')),
  currency        char(3) not null check (currency ~ '^[A-Z]{3}$'),
  customer_id     bigint,
  raised_on       date not null,
  evidence        text not null,
  proposal        text not null,
  stake           bigint not null,
  ended_on        date,
  acknowledged_by text,
  acknowledged_on date,
  snoozed_until   date,
  recorded_at     timestamptz not null default now(),
  check ((acknowledged_by is null) = (acknowledged_on is null)),
  primary key (org_id, id),
  foreign key (org_id, customer_id) references customer
);
comment on table alert is 'something figures say that a person should look at; raised once while it lasts';
create unique index alert_once on alert (org_id, kind, currency, coalesce(customer_id, 0)) where ended_on is null;
create index on alert (org_id, customer_id) where customer_id is not null;
call wall_off('alert');
grant select, insert on alert to ${app_role};
grant update (evidence, proposal, stake, ended_on, acknowledged_by, acknowledged_on, snoozed_until) on alert to ${app_role};

create table figures_mail (
  org_id       int not null default current_org() references organisation,
  id           bigint generated by default as identity,
  to_name      text not null check (length(to_name) between 1 and 200),
  to_address   text not null check (length(to_address) between 3 and 320),
  weekday      int not null check (weekday between 1 and 7),
  author       text not null,
  recorded_at  timestamptz not null default now(),
  last_sent_on date,
  stopped_by   text,
  stopped_at   timestamptz,
  check ((stopped_by is null) = (stopped_at is null)),
  primary key (org_id, id)
);
comment on table figures_mail is 'who gets the figures as a PDF, on which weekday (ISO, 1 is Monday)';
create unique index figures_mail_once on figures_mail (org_id, lower(to_address), weekday) where stopped_at is null;
call wall_off('figures_mail');
grant select, insert on figures_mail to ${app_role};
grant update (last_sent_on, stopped_by, stopped_at) on figures_mail to ${app_role};
