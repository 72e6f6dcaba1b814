-- After a file of many rows the database still plans as if the tables were empty, until its own housekeeping comes by: pages
-- and nights would take seconds instead of moments. Who may write the book may have it counted; nothing else.
create function count_the_book() returns void
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  analyze public.customer, public.invoice, public.payment, public.allocation;
end
$$;
revoke all on function count_the_book() from public;
grant execute on function count_the_book() to ${app_role};
