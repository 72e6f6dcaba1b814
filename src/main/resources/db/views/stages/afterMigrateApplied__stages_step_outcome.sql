-- What became of each step of the ladder for each invoice: taken, rightly left out, missing, or waiting since a day. The name is empty
-- for a step of what ships.
create or replace view step_outcome with (security_invoker = true) as
select t.org_id, t.invoice_id, t.stage, t.step, coalesce(v.name, '') as name, t.taken_on as on_date, 'taken' as kind, ''::text as code,
       ''::text as reason
from step_taken t
left join strategy_step v on v.org_id = t.org_id and v.version_id = t.strategy_version_id and v.number = t.step
union all
select s.org_id, s.invoice_id, s.stage, s.step, s.name, s.due_on, case when s.is_excused then 'skipped' else 'missing' end, s.code, s.reason
from step_skipped s
union all
select d.org_id, d.invoice_id, d.stage, d.step, coalesce(v.name, ''), d.decided_on, 'waiting',
       case when d.action = 'call' then 'NOT_DONE' else d.code end, d.reason
from decision d
left join strategy_step v on v.org_id = d.org_id and v.version_id = d.strategy_version_id and v.number = d.step
where d.superseded_on is null and d.action in ('call', 'hold');
grant select on step_outcome to ${app_role};
