-- Where do the typed rows of a file of invoices wait?
create temp table staged (
  row bigint,
  customer_number text,
  customer_name text,
  number text,
  issued_on date,
  due_on date,
  currency char(3),
  amount bigint,
  settled_on date,
  disputed boolean,
  told_open bigint
) on commit drop
