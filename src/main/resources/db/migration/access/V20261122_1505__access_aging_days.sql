-- By which days the age of what is owed is told: each the last day of a bucket, the last bucket has no end.
alter table organisation add aging_days int[] not null default '{30,60,90}' check (cardinality(aging_days) between 1 and 8);
