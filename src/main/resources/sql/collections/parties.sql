-- Who are these customers tonight: mode, agreements, whom to write to, last contact, credits, and how they stood before?
select c.id,
       c.number,
       c.name,
       c.contact_mode,
       c.owner_id,
       coalesce(k.language, c.language) as language,
       k.name as contact_name,
       k.email as contact_email,
       k.phone as contact_phone,
       b.email as bounced_email,
       p.amount as promise_amount,
       p.currency as promise_currency,
       p.due_on as promise_due_on,
       p.grace_days as promise_grace_days,
       w.amount as judged_amount,
       w.currency as judged_currency,
       w.due_on as judged_due_on,
       w.settled_on as judged_on,
       w.state as judged_state,
       h.until_on as held_until,
       h.reason as held_reason,
       m.last_on as mailed_on,
       x.happened_on as spoken_on,
       x.kind as spoken_kind,
       x.author as spoken_by,
       a.customer_id is not null as approved,
       f.failed as failed_to,
       cr.credits,
       st.fingerprint
from customer c
left join lateral (
  select t.name, t.email, t.phone, t.language
  from contact t
  where t.org_id = c.org_id and t.customer_id = c.id and t.voided_at is null
  order by (t.email is not null and t.bounced_on is null) desc, array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], t.role), t.id
  limit 1
) k on true
left join lateral (
  select t.email
  from contact t
  where t.org_id = c.org_id and t.customer_id = c.id and t.voided_at is null and t.bounced_on <= :today
  order by t.bounced_on desc, t.id
  limit 1
) b on true
left join lateral (
  select r.amount, r.currency, r.due_on, r.grace_days
  from promise r
  where r.org_id = c.org_id and r.customer_id = c.id and r.made_on <= :today
    and (r.state = 'open' or r.settled_on > :today)
  order by r.due_on desc, r.id
  limit 1
) p on true
left join lateral (
  select r.amount, r.currency, r.due_on, r.settled_on, r.state
  from promise r
  where r.org_id = c.org_id and r.customer_id = c.id and r.settled_on <= :today and r.state in ('kept', 'partly_kept', 'broken')
  order by r.settled_on desc, r.id desc
  limit 1
) w on true
left join lateral (
  select g.until_on, g.reason
  from hold g
  where g.org_id = c.org_id and g.customer_id = c.id and g.invoice_id is null
    and g.from_on <= :today and g.until_on >= :today and (g.ended_on is null or g.ended_on > :today)
  order by g.until_on desc
  limit 1
) h on true
left join lateral (
  select max(o.window_on) as last_on
  from message o
  where o.org_id = c.org_id and o.customer_id = c.id and o.channel = 'mail' and o.state not in ('recalled', 'withdrawn')
    and o.window_on <= :today
) m on true
left join lateral (
  select i.happened_on, i.kind, i.author
  from interaction i
  where i.org_id = c.org_id and i.customer_id = c.id and i.happened_on <= :today and i.direction = 'out'
    and i.outcome not in ('no_answer', 'voicemail', 'wrong_person')
  order by i.happened_on desc, i.id desc
  limit 1
) x on true
left join lateral (
  -- a yes given before a weekend still counts after it, until something was sent
  select y.customer_id
  from approval y
  where y.org_id = c.org_id and y.customer_id = c.id and y.night_on between :today - 4 and :today
    and y.night_on > coalesce(m.last_on, '-infinity'::date)
  limit 1
) a on true
left join lateral (
  select o.to_address as failed
  from message o
  where o.org_id = c.org_id and o.customer_id = c.id and o.state in ('failed', 'unknown')
  order by o.id desc
  limit 1
) f on true
left join (
  select u.customer_id, jsonb_agg(jsonb_build_object('number', case u.kind when 'credit_note' then u.number else '' end, 'currency', u.currency, 'amount', u.open_amount) order by u.dated_on, u.id) as credits
  from open_credit(:today) u
  where u.customer_id between :first and :last
  group by u.customer_id
) cr on cr.customer_id = c.id
left join customer_standing st on st.org_id = c.org_id and st.customer_id = c.id
where c.id between :first and :last and c.voided_at is null
order by c.id
