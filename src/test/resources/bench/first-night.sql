-- A first night by hand: what a careful person would write in SQL for a book in which no step was taken yet. It decides every
-- open item, writes the decisions, the messages, the steps and the standings: the same rows, with the same texts.

create or replace function pg_temp.on_or_after(d date) returns date language sql immutable
return d + case (d - date '2001-01-01') % 7 when 5 then 2 when 6 then 1 else 0 end;

create or replace function pg_temp.on_or_before(d date) returns date language sql immutable
return d - case (d - date '2001-01-01') % 7 when 5 then 1 when 6 then 2 else 0 end;

-- The weekly look at what has no end of its own.
create or replace function pg_temp.review(began date, today date) returns date language sql immutable
return case when began > today then began else began + ((today - began) / 7 + 1) * 7 end;

create or replace function pg_temp.money(minor bigint, currency text) returns text language sql stable
return to_char(minor / 100.0, 'FM999,999,999,990.00') || ' ' || currency;

create temp table party on commit drop as
select c.id, c.number, c.name, c.owner_id, c.contact_mode, coalesce(k.language, c.language) as language,
       k.name as contact_name, k.email, b.email as bounced, k.phone,
       p.amount as promised, p.currency as promise_currency, p.until_on as promised_until,
       h.until_on as held_until, h.reason as held_reason,
       x.happened_on as spoken_on, x.kind as spoken_kind, x.author as spoken_by,
       greatest(x.happened_on, m.last_on) as contacted_on, a.customer_id is not null as approved
from customer c
left join (
  select distinct on (t.customer_id) t.customer_id, t.name, t.email, t.phone, t.language
  from contact t
  where t.voided_at is null
  order by t.customer_id, (t.email is not null and t.bounced_on is null) desc,
           array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], t.role), t.id
) k on k.customer_id = c.id
left join (
  select distinct on (t.customer_id) t.customer_id, t.email
  from contact t
  where t.voided_at is null and t.bounced_on <= :today
  order by t.customer_id, t.bounced_on desc, t.id
) b on b.customer_id = c.id
left join (
  select r.customer_id, r.amount, r.currency, r.due_on + r.grace_days as until_on
  from promise r
  where r.state = 'open' and r.made_on <= :today and r.due_on + r.grace_days >= :today
) p on p.customer_id = c.id
left join (
  select distinct on (g.customer_id) g.customer_id, g.until_on, g.reason
  from hold g
  where g.invoice_id is null and g.ended_on is null and :today between g.from_on and g.until_on
  order by g.customer_id, g.until_on desc
) h on h.customer_id = c.id
left join (
  select o.customer_id, max(o.window_on) as last_on
  from message o
  where o.state not in ('recalled', 'withdrawn')
  group by o.customer_id
) m on m.customer_id = c.id
left join (
  select distinct on (i.customer_id) i.customer_id, i.happened_on, i.kind, i.author
  from interaction i
  where i.direction = 'out' and i.happened_on <= :today and i.outcome not in ('no_answer', 'voicemail', 'wrong_person')
  order by i.customer_id, i.happened_on desc, i.id desc
) x on x.customer_id = c.id
left join approval a on a.customer_id = c.id and a.night_on = :today
where c.voided_at is null;

create temp table judged on commit drop as
with planned as (
  select i.id as invoice_id, i.customer_id, i.number, i.issued_on, i.due_on, i.currency, i.open_amount,
         d.opened_on as disputed_on,
         pg_temp.on_or_after(i.issued_on + 3) as day_2,
         pg_temp.on_or_before(i.due_on - 7) as day_3,
         pg_temp.on_or_before(i.due_on - 2) as day_4,
         pg_temp.on_or_after(i.due_on + 3) as day_5,
         pg_temp.on_or_after(i.due_on + 7) as day_6,
         pg_temp.on_or_after(:today + 3) as earliest
  from open_invoice(:today) i
  left join dispute d on d.invoice_id = i.id and d.closed_on is null
), credited as (
  select i.id as invoice_id,
         least(i.open_amount,
           greatest(0, cr.credit - (sum(i.open_amount) over (partition by i.customer_id, i.currency order by i.due_on, i.id) - i.open_amount))) as credit
  from open_invoice(:today) i
  join (
    select customer_id, currency, sum(open_amount) as credit
    from open_credit(:today)
    group by customer_id, currency
  ) cr on cr.customer_id = i.customer_id and cr.currency = i.currency
), due as (
  select p.*, coalesce(c.credit, 0)::bigint as credit,
         case
           when day_5 <= :today then 5
           when :today > due_on then null
           when day_4 <= :today and day_4 > issued_on then 4
           when day_3 <= :today and day_3 > issued_on then 3
           when day_2 <= :today then 2
         end as due_step,
         least(
           case when day_2 > :today and day_2 <= due_on then day_2 end,
           case when day_3 > :today and day_3 > issued_on then day_3 end,
           case when day_4 > :today and day_4 > issued_on then day_4 end,
           day_5) as next_day
  from planned p
  left join credited c on c.invoice_id = p.invoice_id
), dated as (
  select d.*,
         case due_step when 5 then day_5 when 4 then day_4 when 3 then day_3 when 2 then day_2 end as due_day,
         case
           when next_day = day_5 then 5
           when next_day = day_4 and day_4 > issued_on then 4
           when next_day = day_3 and day_3 > issued_on then 3
           else 2
         end as next_step
  from due d
), asked as (
  select d.*, p.contact_mode, p.promised, p.promise_currency, p.promised_until, p.held_until, p.held_reason, p.bounced, p.contacted_on,
         case
           when d.open_amount <= :tolerance then 'BELOW_TOLERANCE'
           when d.disputed_on is not null then 'DISPUTED'
           when p.promised_until is not null then 'PROMISED'
           when p.held_until is not null then 'HELD'
           when d.credit > 0 and d.open_amount - d.credit <= :tolerance then 'CREDIT_COVERS'
           when p.contact_mode = 'manual' then 'MANUAL_MODE'
           when d.due_step is null then 'NOT_YET'
           when p.email is null and p.bounced is null then 'NO_CONTACT'
           when p.bounced is not null and (p.email is null or lower(p.email) = lower(p.bounced)) then 'ADDRESS_BOUNCED'
           when p.contacted_on + 3 > :today then 'COOL_DOWN'
           when p.contact_mode = 'approve' and not p.approved then 'APPROVAL_PENDING'
           else 'STEP_DUE'
         end as code
  from dated d
  join party p on p.id = d.customer_id
), said as (
  select a.*, s.name as step_name, s.anchor,
         case when s.step = 2 then issued_on else due_on end as counted_from,
         case code
           when 'NOT_YET' then next_day
           when 'STEP_DUE' then due_day
           when 'DISPUTED' then disputed_on
           when 'PROMISED' then promised_until
           when 'HELD' then held_until
           when 'COOL_DOWN' then contacted_on + 3
         end as day
  from asked a
  left join (
    values (2, 'Delivery check', 'the issue date.'), (3, 'Friendly reminder', 'the due date.'),
           (4, 'Second friendly reminder', 'the due date.'), (5, 'Inquiry', 'the due date.')
  ) s (step, name, anchor) on s.step = case code when 'NOT_YET' then a.next_step else a.due_step end
), worded as (
  select s.*,
         to_char(day, case when extract(year from day) = extract(year from due_on) then 'Dy FMDD Mon' else 'Dy FMDD Mon YYYY' end) as day_said
  from said s
)
select invoice_id, customer_id, number, issued_on, due_on, currency, open_amount, code,
       case code when 'STEP_DUE' then 'send' when 'NOT_YET' then 'wait' else 'hold' end as action,
       case due_step when 5 then 4 when 4 then 3 when 3 then 3 when 2 then 2 else 1 end as stage,
       coalesce(due_step, 1) as step,
       case
         when code in ('NOT_YET', 'STEP_DUE') then
           step_name || case code when 'NOT_YET' then ' follows on ' else ' on ' end || day_said || ', '
           || case
             when day = counted_from then ''
             else abs(day - counted_from) || case when abs(day - counted_from) = 1 then ' day ' else ' days ' end
               || case when day < counted_from then 'before ' else 'after ' end
           end
           || anchor
         when code = 'BELOW_TOLERANCE' then pg_temp.money(open_amount, currency) || ' open is within the tolerance of ' || pg_temp.money(:tolerance, currency) || '.'
         when code = 'DISPUTED' then number || ' is disputed since ' || day_said || '.'
         when code = 'PROMISED' then 'A promise of ' || pg_temp.money(promised, promise_currency) || ' runs until ' || day_said || '.'
         when code = 'HELD' then 'The customer is on hold until ' || day_said || ': ' || held_reason || '.'
         when code = 'CREDIT_COVERS' then 'Open credit of ' || pg_temp.money(credit, currency)
           || case when open_amount > credit then ' leaves ' || pg_temp.money(open_amount - credit, currency) || ', within tolerance.'
              else ' covers the ' || pg_temp.money(open_amount, currency) || ' open.' end
         when code = 'MANUAL_MODE' then 'The customer is in manual mode: a person decides.'
         when code = 'NO_CONTACT' then 'No contact of the customer has an e-mail address.'
         when code = 'ADDRESS_BOUNCED' then 'Mail to ' || bounced || ' bounced; a working address is needed.'
         when code = 'COOL_DOWN' then 'Last contact on '
           || to_char(contacted_on, case when extract(year from contacted_on) = extract(year from due_on) then 'Dy FMDD Mon' else 'Dy FMDD Mon YYYY' end)
           || '; the next not before ' || day_said || '.'
         else step_name || ' about ' || pg_temp.money(open_amount, currency) || ' waits for approval.'
       end as reason,
       case
         when code in ('BELOW_TOLERANCE', 'CREDIT_COVERS', 'MANUAL_MODE') then pg_temp.review(coalesce(due_day, issued_on), :today)
         when code = 'DISPUTED' then pg_temp.review(disputed_on, :today)
         when code = 'PROMISED' then promised_until + 1
         when code = 'HELD' then held_until + 1
         when code = 'NOT_YET' then next_day
         when code in ('NO_CONTACT', 'ADDRESS_BOUNCED', 'APPROVAL_PENDING') then pg_temp.review(due_day, :today)
         when code = 'COOL_DOWN' then contacted_on + 3
         when due_step = 5 then greatest(day_6, earliest)
         else least(
           case when due_step < 3 and greatest(day_3, earliest) <= due_on and day_3 > issued_on then greatest(day_3, earliest) end,
           case when due_step < 4 and greatest(day_4, earliest) <= due_on then greatest(day_4, earliest) end,
           greatest(day_5, earliest))
       end as next_on
from worded;

insert into decision (invoice_id, decided_on, action, stage, step, code, reason, next_on)
select invoice_id, :today, action, stage, step, code, reason, next_on
from judged;

create temp table planned_message (customer_id bigint primary key, id bigint) on commit drop;

with written as (
  insert into message (customer_id, channel, window_on, template, language, to_name, to_address, model, message_id, leave_at)
  select p.id, 'mail', :today,
         case max(j.step) when 5 then 'inquiry' when 4 then 'friendly-again' when 3 then 'friendly' else 'delivery-check' end,
         p.language, p.contact_name, p.email,
         jsonb_build_object(
           'customer', p.name, 'customer_number', p.number, 'contact', p.contact_name, 'vendor', 'Bench Ltd', 'sender', 'Bench Ltd',
           'reply_to', '', 'date', to_char(:today, 'FMDD FMMonth YYYY'), 'stage', max(j.stage),
           'numbers', jsonb_agg(j.number order by j.due_on, j.invoice_id),
           'groups', jsonb_build_array(jsonb_build_object(
             'currency', j.currency,
             'items', jsonb_agg(jsonb_build_object('number', j.number, 'issued', to_char(j.issued_on, 'FMDD FMMonth YYYY'),
                        'due', to_char(j.due_on, 'FMDD FMMonth YYYY'), 'open', pg_temp.money(j.open_amount, j.currency)) order by j.due_on, j.invoice_id),
             'credits', coalesce(max(cr.credits::text), '[]')::jsonb,
             'open', pg_temp.money(sum(j.open_amount)::bigint, j.currency),
             'credit', coalesce(pg_temp.money(max(cr.credit)::bigint, j.currency), ''),
             'toPay', pg_temp.money(greatest(0, sum(j.open_amount) - coalesce(max(cr.credit), 0))::bigint, j.currency)))),
         '<' || md5('1/' || p.id || '/' || :today)::uuid || '@dunwell.invalid>', now()
  from judged j
  join party p on p.id = j.customer_id
  left join (
    select customer_id, currency, sum(open_amount) as credit,
           jsonb_agg(jsonb_build_object('number', number, 'amount', pg_temp.money(open_amount, currency)) order by dated_on, id) as credits
    from open_credit(:today)
    group by customer_id, currency
  ) cr on cr.customer_id = j.customer_id and cr.currency = j.currency
  where j.action = 'send'
  group by p.id, p.language, p.contact_name, p.email, p.name, p.number, j.currency
  on conflict do nothing
  returning customer_id, id
)
insert into planned_message
select customer_id, id
from written;

insert into step_taken (invoice_id, step, stage, taken_on, how, message_id, open_amount)
select j.invoice_id, j.step, j.stage, :today, 'mail', m.id, j.open_amount
from judged j
join planned_message m on m.customer_id = j.customer_id
where j.action = 'send'
on conflict do nothing;

-- One currency per customer, as the book has it.
insert into customer_standing (customer_id, currency, open_amount, overdue_amount, items, oldest_due_on, level, why, next_step,
  next_small, next_on, last_contact_on, last_contact_kind, last_contact_by, owner_id, fingerprint)
select s.customer_id, s.currency, s.open_amount, s.overdue_amount, s.items, s.oldest_due_on,
       case when f.code is null then 0 else 3 end, coalesce(f.reason, n.reason),
       case f.code
         when 'NO_CONTACT' then 'Add an address'
         when 'ADDRESS_BOUNCED' then 'Call for an address'
         when 'APPROVAL_PENDING' then 'Approve or hold'
         when 'MANUAL_MODE' then 'Write or call yourself'
         when 'DISPUTED' then 'Settle the dispute'
         else ''
       end,
       case
         when f.code is null then n.number
         else (array['invoice sent', 'delivery confirmed', 'friendly reminder', 'inquiry'])[f.stage] || ', ' || f.number
       end,
       s.next_on, p.spoken_on, p.spoken_kind, p.spoken_by, p.owner_id, hashtextextended(concat(s::text, f::text, n::text), 0)
from (
  select j.customer_id, j.currency, sum(j.open_amount)::bigint as open_amount,
         coalesce(sum(j.open_amount) filter (where j.due_on < :today), 0)::bigint as overdue_amount,
         count(*) as items, min(j.due_on) as oldest_due_on, min(j.next_on) as next_on
  from judged j
  group by j.customer_id, j.currency
) s
join party p on p.id = s.customer_id
join (
  select distinct on (j.customer_id) j.customer_id, j.reason, j.number
  from judged j
  order by j.customer_id, j.next_on, j.due_on, j.invoice_id
) n on n.customer_id = s.customer_id
left join (
  select distinct on (j.customer_id) j.customer_id, j.code, j.reason, j.stage, j.number
  from judged j
  where j.code in ('NO_CONTACT', 'ADDRESS_BOUNCED', 'APPROVAL_PENDING', 'MANUAL_MODE') or j.code = 'DISPUTED' and j.due_on < :today
  order by j.customer_id, j.stage desc, j.due_on, j.invoice_id
) f on f.customer_id = s.customer_id
