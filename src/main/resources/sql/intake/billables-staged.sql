-- Where do the typed rows of a file of hours and expenses wait?
create temp table staged (
  row bigint,
  customer_number text,
  number text,
  origin text,
  delivered_on date,
  description text,
  quantity numeric,
  unit text,
  unit_price numeric,
  currency char(3),
  amount bigint,
  tax text,
  reference text,
  occurrence int
) on commit drop
