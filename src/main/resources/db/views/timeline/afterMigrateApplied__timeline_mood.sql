-- How did a contact go, as whoever spoke with them noted it last? Empty where nobody did, and for everything else that happens.
create or replace function mood_of(kind text, interaction bigint) returns text
language sql stable parallel safe as $$
  select coalesce((
    select s.mood
    from sentiment s
    where kind in ('call', 'meeting', 'mail') and s.org_id = (select current_org()) and s.interaction_id = interaction
    order by s.id desc
    limit 1), '')
$$;
grant execute on function mood_of to ${app_role};
