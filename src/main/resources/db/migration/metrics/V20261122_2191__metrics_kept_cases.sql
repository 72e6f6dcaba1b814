-- What single cases add up to month by month, and what came in each day, stands beside the kept days: a page of two years of promises
-- or customers, and the heat map of receipts, no longer reads a million rows.
create table book_case (
  org_id   int not null default current_org() references organisation,
  metric   text not null check (length(metric) between 1 and 60),
  month    date not null check (extract(day from month) = 1),
  currency text not null check (currency ~ '^([A-Z]{3})?$'),
  stage    int not null check (stage between 0 and 6),
  part     numeric not null,
  whole    numeric not null,
  items    bigint not null check (items > 0),
  primary key (org_id, metric, month, currency, stage)
);
comment on table book_case is 'the sums of single cases by the month of their day; of what has no days, as of the last day that is kept';
comment on column book_case.currency is 'empty where cases have none; stage alike 0';
call wall_off('book_case');
grant select, insert, delete on book_case to ${app_role};

create table book_receipt (
  org_id      int not null default current_org() references organisation,
  currency    char(3) not null check (currency ~ '^[A-Z]{3}$'),
  received_on date not null,
  payments    bigint not null,
  amount      numeric not null,
  primary key (org_id, currency, received_on)
);
comment on table book_receipt is 'what came in on each day, in minor units';
call wall_off('book_receipt');
grant select, insert, delete on book_receipt to ${app_role};
