-- Which steps does a version have, as they were written?
insert into strategy_step
  (version_id, number, stage, name, channel, template, tone, anchor, offset_days, days, release,
   minimum, delivery, only_unanswered, days_after_previous, repeat_every_days)
select :version, t.number, t.stage, t.name, t.channel, t.template, t.tone, t.anchor, t.offset_days, t.days, t.release,
       t.minimum, t.delivery, t.only_unanswered, t.days_after_previous, t.repeat_every_days
from jsonb_to_recordset(cast(:steps as jsonb)) as t (
  number int, stage smallint, name text, channel text, template text, tone text, anchor text, offset_days int, days text,
  release text, minimum bigint, delivery text, only_unanswered boolean, days_after_previous int, repeat_every_days int)
