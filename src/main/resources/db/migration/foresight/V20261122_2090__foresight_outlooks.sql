-- What is expected of payments: kept, so that pages read rows, and so that what was foretold can be compared with what came.
create table foreseen (
  org_id       int not null default current_org() references organisation,
  made_on      date not null,
  invoices     int not null check (invoices >= 0),
  shared_error int not null check (shared_error >= 0),
  primary key (org_id, made_on)
);
comment on table foreseen is 'one row for each forecast that is kept: the first of each week, and the last';
comment on column foreseen.shared_error is 'percent by which earlier forecasts of four weeks were off together, beyond chance';
call wall_off('foreseen');
grant select, insert, delete on foreseen to ${app_role};

create table receipts_forecast (
  org_id   int not null default current_org() references organisation,
  made_on  date not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  week_on  date not null,
  low      bigint not null check (low >= 0),
  expected bigint not null check (expected >= low),
  high     bigint not null check (high >= expected),
  primary key (org_id, made_on, currency, week_on),
  foreign key (org_id, made_on) references foreseen on delete cascade
);
comment on column receipts_forecast.week_on is 'its Monday; the first week begins on the day after made_on';
call wall_off('receipts_forecast');
grant select, insert, delete on receipts_forecast to ${app_role};

create table pay_outlook (
  org_id       int not null default current_org() references organisation,
  invoice_id   bigint not null,
  made_on      date not null,
  currency     char(3) not null check (currency ~ '^[A-Z]{3}$'),
  open_amount  bigint not null check (open_amount > 0),
  expected_on  date,
  earliest_on  date,
  latest_on    date,
  late_percent int not null check (late_percent between 0 and 100),
  known        int not null,
  known_late   int not null,
  chances      int[] not null,
  primary key (org_id, invoice_id),
  foreign key (org_id, invoice_id) references invoice
);
comment on table pay_outlook is 'when an open invoice is expected to be paid, as of the last day that was foreseen from';
comment on column pay_outlook.known is 'settled invoices of its customer that were looked at';
comment on column pay_outlook.chances is 'chance in 1/10000 of being settled in each of the next weeks';
call wall_off('pay_outlook');
grant select, insert, delete on pay_outlook to ${app_role};
