-- How much of a demo's story is told, written together with what it tells: a start that was killed goes on where it stopped.
create table demo_progress (
  org_id int primary key default current_org() references organisation,
  lines  int not null
);
call wall_off('demo_progress');
grant select, insert, update on demo_progress to ${app_role};
