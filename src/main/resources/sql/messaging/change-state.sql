-- Moves messages to their next state and writes the journal; which of them were still the asker's to move, and where were they?
with wanted as (
  select w.id, lower(w.state) as state, w.detail, w."leaveAt", w.tries
  from jsonb_to_recordset(cast(:changes as jsonb)) as w (id bigint, state text, detail text, "leaveAt" timestamptz, tries int)
),
moved as (
  update message m
  set state = w.state,
      detail = w.detail,
      leave_at = coalesce(w."leaveAt", m.leave_at),
      attempts = case when w.state = 'planned' then 0 else m.attempts + w.tries end,
      sent_at = case when w.state = 'sent' then :now else m.sent_at end,
      fence = case when w.state = 'unknown' then m.fence end  -- its own sender may still learn that it was sent
  from wanted w
  join message b on b.org_id = current_org() and b.id = w.id
  where m.org_id = current_org() and m.id = w.id and m.fence is not distinct from cast(:fence as uuid)
  returning m.id, m.customer_id, b.state as was, w.state, w.detail
),
noted as (
  insert into send_journal (message_id, at, state, detail)
  select id, :now, state, detail
  from moved
)
select id, customer_id, was
from moved
