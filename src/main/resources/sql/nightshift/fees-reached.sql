-- Which open invoices have reached a stage of reminding for which their terms set a fee, without anything being decided about it?
-- A stage is reached when its letter has left; a call costs nothing. The inquiry is the first stage of reminding, the final notice the third.
select distinct r.invoice_id, r.stage
from (
  select s.org_id, s.invoice_id, s.stage - 3 as stage
  from step_taken s
  join message m on m.org_id = s.org_id and m.id = s.message_id
  where s.stage > 3 and s.taken_on <= :today and m.state = 'sent'
) r
join invoice i on i.org_id = r.org_id and i.id = r.invoice_id and i.voided_at is null and i.open_amount > 0
join terms t on t.org_id = i.org_id and t.id = i.terms_id
where ', ' || t.fees like '%, ' || r.stage || ': %'
  and not exists (
    select from charge h
    where h.org_id = r.org_id and h.invoice_id = r.invoice_id and h.stage = 'stage-' || r.stage
  )
