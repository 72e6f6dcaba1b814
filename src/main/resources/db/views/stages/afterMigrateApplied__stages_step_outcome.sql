-- What became of each step of the ladder for each invoice: taken, rightly left out, missing, or waiting since a day.
create or replace view step_outcome with (security_invoker = true) as
select t.org_id, t.invoice_id, t.stage, t.step, t.taken_on as on_date, 'taken' as kind, ''::text as code, ''::text as reason
from step_taken t
union all
select s.org_id, s.invoice_id, s.stage, s.step, s.due_on, case when s.is_excused then 'skipped' else 'missing' end, s.code, s.reason
from step_skipped s
union all
select d.org_id, d.invoice_id, d.stage, d.step, d.decided_on, 'waiting', case when d.action = 'call' then 'CALL_NOT_MADE' else d.code end,
       d.reason
from decision d
where d.superseded_on is null and d.action in ('call', 'hold');
grant select on step_outcome to ${app_role};
