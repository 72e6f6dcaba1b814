-- Words that leave are written once and seldom read again; compressing them the thorough way took the database longer than
-- everything else about a mail. The mailbox of this installation keeps them as they are, the outbox compresses them the quick
-- way where the database was built with it.
alter table sink_mail alter column raw set storage external;
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)) then
    alter table message
      alter column model set compression lz4,
      alter column body_text set compression lz4,
      alter column body_html set compression lz4;
  end if;
end
$$;
