-- Which payment plans end on the day? All paid within the tolerance: finished. A line not there after its grace: broken.
update plan p
set state = case when s.line is null then 'finished' else 'broken' end,
    ended_on = :today,
    ended_by = :actor,
    end_reason = case when s.line is null then '' else 'Line ' || s.line || ', due on ' || s.due_on || ', did not arrive.' end
from plan_standing(:today) s
where s.plan_id = p.id and p.state = 'running' and (s.line is null or s.last_day < :today)
returning p.id, p.customer_id, p.state
