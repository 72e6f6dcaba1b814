-- Colour and logo are the letterhead's now, for all papers alike. The owner sees the rows of all organisations for that moment only.
alter table seller no force row level security;
alter table letterhead no force row level security;
insert into letterhead (org_id, colour)
select org_id, lower(colour) from seller
on conflict (org_id) do update set colour = excluded.colour;
alter table seller force row level security;
alter table letterhead force row level security;
alter table seller drop column colour;
alter table seller drop column logo;
