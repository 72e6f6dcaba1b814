-- Where do the typed rows of a file of contacts wait?
create temp table staged (
  row bigint,
  customer_number text,
  name text,
  email text,
  phone text,
  role text,
  language text
) on commit drop
