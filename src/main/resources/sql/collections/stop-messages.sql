-- Which of these messages must not leave now, and why? What was true when they were written may not be true any more. What is
-- dated later than today does not exist yet, neither does an invoice that a night ahead of the clock has written about.
-- Few messages are asked about, of tables that may have grown since anybody counted them: their invoices are found first. What the
-- gate asks and what is asked here are held together by LookedAtAgain.
with about as materialized (
  select t.message_id, t.open_amount, t.stage, m.customer_id as receiver_id, m.recorded_at as written_at, m.window_on, m.to_address,
         m.channel, i.id, i.customer_id, i.number, i.issued_on, i.due_on, i.currency
  from step_taken t
  join message m on m.org_id = t.org_id and m.id = t.message_id
  join invoice i on i.org_id = t.org_id and i.id = t.invoice_id
  where t.message_id = any (cast(:messages as bigint[]))
),
owed as materialized (
  select id, open_amount from open_invoice(:today) where id = any (array(select id from about))
)
select i.message_id,
       min(case
         when o.id is null and i.issued_on <= :today then i.number || ' was paid after the message was written.'
         when o.open_amount < i.open_amount then 'Money came in for ' || i.number || ' after the message was written.'
         when o.open_amount <= (select tolerance from organisation where id = (select current_org()))
           then i.number || ' is below the tolerance that is asked for by now.'
         when exists (
             select 1
             from condition n
             where n.customer_id in (i.customer_id, i.receiver_id) and (n.invoice_id is null or n.invoice_id = i.id)
               and n.from_on <= :today and (n.ended_on is null or n.ended_on > :today)
               and (n.kind <> 'direct_debit'
                 or coalesce(n.debit_on, i.due_on) + coalesce((select debit_days from contact_limits), 3) >= :today))
           then 'It was noted after the message was written that ' || i.number || ' must not be asked for.'
         when exists (
             select 1
             from dispute d
             where d.invoice_id = i.id and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today)
               and (d.amount is null or d.recorded_at > i.written_at))
           then i.number || ' was disputed after the message was written.'
         when exists (
             select 1
             from promise p
             where p.customer_id = i.customer_id and p.made_on <= :today and p.due_on + p.grace_days >= :today
               and (p.state = 'open' or p.settled_on > :today)
               and (exists (select 1 from promise_invoice n where n.promise_id = p.id and n.invoice_id = i.id)
                 or not exists (select 1 from promise_invoice n where n.promise_id = p.id)))
           then 'A promise was made after the message was written.'
         when exists (
             select 1
             from plan p
             join plan_invoice n on n.org_id = p.org_id and n.plan_id = p.id
             where n.invoice_id = i.id and p.accepted_on <= :today and (p.ended_on is null or p.ended_on > :today)
               and p.accepted_at > i.written_at)
           then 'A payment plan was agreed after the message was written.'
         when exists (
             select 1
             from question q
             where q.customer_id = i.customer_id and (q.invoice_id is null or q.invoice_id = i.id)
               and q.asked_on <= :today and (q.answered_on is null or q.answered_on > :today))
           then 'A question was asked after the message was written.'
         when exists (
             select 1
             from hold h
             where h.customer_id in (i.customer_id, i.receiver_id) and (h.invoice_id is null or h.invoice_id = i.id)
               and :today between h.from_on and h.until_on and (h.ended_on is null or h.ended_on > :today))
           then 'A hold was placed after the message was written.'
         when exists (
             select 1
             from payment y
             where y.customer_id = i.customer_id and y.currency = i.currency and y.unapplied_amount > 0 and y.voided_at is null
               and y.received_on <= :today and greatest(y.recorded_at, y.identified_at) > i.written_at)
           or exists (
             select 1
             from credit_note y
             where y.customer_id = i.customer_id and y.currency = i.currency and y.unapplied_amount > 0 and y.voided_at is null
               and y.issued_on <= :today and y.recorded_at > i.written_at)
           then 'Credit came in after the message was written.'
         when exists (
             select 1
             from received_mail r
             where r.customer_id in (i.customer_id, i.receiver_id) and r.received_on <= :today
               and (r.settled_on is null or r.settled_on > :today))
           then 'They wrote to us after the message was written, and nobody has read it yet.'
         when exists (
             select 1
             from received_mail r
             where r.customer_id in (i.customer_id, i.receiver_id) and r.away_until >= :today and r.received_on <= :today
               and lower(r.away_address) = lower(i.to_address))
           then 'The reader of the message is away.'
         when 'manual' in (c.contact_mode, a.contact_mode) then 'The customer was set to manual after the message was written.'
         when 'approve' in (c.contact_mode, a.contact_mode) and not exists (
             select 1
             from approval y
             where y.customer_id in (i.customer_id, i.receiver_id) and y.night_on between i.window_on - 4 and greatest(i.window_on, :today))
           then 'The customer was set to approve after the message was written.'
         when coalesce(l.payer_id, i.customer_id) <> i.receiver_id
           then 'The letters about ' || i.number || ' go to somebody else since the message was written.'
         when i.channel = 'mail' and not exists (
             select 1
             from contact k
             where k.customer_id = i.receiver_id and k.voided_at is null and lower(k.email) = lower(i.to_address))
           then i.to_address || ' is no address of the customer any more.'
         when i.channel = 'sms' and not exists (
             select 1
             from mobile_number n
             join contact k on k.org_id = n.org_id and k.id = n.contact_id
             where k.customer_id = i.receiver_id and k.voided_at is null and n.number = i.to_address)
           then i.to_address || ' is no number of the customer any more.'
         when i.channel = 'sms' and exists (
             select 1
             from opt_out u
             join mobile_number n on n.org_id = u.org_id and n.contact_id = u.contact_id
             where u.customer_id = i.receiver_id and u.channel = 'sms' and n.number = i.to_address
               and u.from_on <= :today and (u.ended_on is null or u.ended_on > :today))
           then i.to_address || ' opted out after the message was written.'
         when i.channel = 'mail' and exists (
             select 1
             from contact k
             where k.customer_id = i.receiver_id and k.voided_at is null and lower(k.email) = lower(i.to_address)
               and k.bounced_on <= :today)
           then 'Mail to ' || i.to_address || ' bounced after the message was written.'
         when exists (
             select 1
             from opt_out u
             left join contact k on k.org_id = u.org_id and k.id = u.contact_id
             where u.customer_id = i.receiver_id and u.channel = i.channel
               and u.from_on <= :today and (u.ended_on is null or u.ended_on > :today)
               and (u.contact_id is null or lower(k.email) = lower(i.to_address)))
           then i.to_address || ' opted out after the message was written.'
         when exists (
             select 1
             from interaction x
             where x.customer_id in (i.customer_id, i.receiver_id) and x.direction = 'out' and x.happened_on <= :today
               and x.outcome not in ('no_answer', 'voicemail', 'wrong_person') and x.recorded_at > i.written_at)
           then 'Somebody spoke with the customer after the message was written.'
         when cast(:bankStale as boolean) and i.stage >= 4 then 'Bank data has become stale since the message was written.'
       end) as reason
from about i
join customer a on a.id = i.receiver_id
join customer c on c.id = i.customer_id
left join letters_to(:today) l on l.customer_id = i.customer_id and l.payer_id <> l.customer_id
left join owed o on o.id = i.id
group by i.message_id
