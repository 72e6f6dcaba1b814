-- Where do the typed rows of a file of credit notes wait?
create temp table staged (
  row bigint,
  customer_number text,
  customer_name text,
  number text,
  issued_on date,
  currency char(3),
  amount bigint,
  told_left bigint,
  reason text
) on commit drop
