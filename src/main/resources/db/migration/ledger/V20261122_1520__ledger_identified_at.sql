-- A report with the knowledge of a moment must not know a payer who was found out later.
alter table payment add identified_at timestamptz;
comment on column payment.identified_at is 'when it was recorded who the payer is; null: at once, or not yet';
grant update (identified_at) on payment to ${app_role};
