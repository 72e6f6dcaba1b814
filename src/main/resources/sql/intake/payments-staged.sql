-- Where do the typed rows of a file of payments wait?
create temp table staged (
  row bigint,
  customer_number text,
  invoice_number text,
  currency char(3),
  amount bigint,
  received_on date,
  reference text,
  occurrence int
) on commit drop
