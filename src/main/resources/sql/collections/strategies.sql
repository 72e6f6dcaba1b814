-- Which strategies are there, in which versions, with which steps? The newest version of each first.
select v.id, v.strategy_id, s.name as strategy, v.version, v.purpose, v.valid_from, v.cooldown_days, v.days_between_steps,
       v.author, v.reason, v.recorded_at,
       t.number, t.stage, t.name, t.channel, t.template, t.tone, t.anchor, t.offset_days, t.days, t.release,
       t.minimum, t.delivery, t.only_unanswered, t.days_after_previous, t.repeat_every_days
from strategy_version v
join strategy s on s.org_id = v.org_id and s.id = v.strategy_id
join strategy_step t on t.org_id = v.org_id and t.version_id = v.id
order by lower(s.name), v.version desc, t.number
