-- Where do the typed rows of a file of customers wait?
create temp table staged (
  row bigint,
  number text,
  name text,
  parent_number text,
  language text,
  zone text,
  currency char(3),
  tags text[],
  owner_email text
) on commit drop
