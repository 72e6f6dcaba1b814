-- The other half of that select: every customer with the person written to, the agreements, the last contact and the credits.
select c.id, c.number, c.name, c.contact_mode, c.owner_id, coalesce(k.language, c.language) as language,
       k.name as contact_name, k.email, k.phone, b.email as bounced,
       p.amount as promised, p.currency as promise_currency, p.due_on as promise_due_on, p.grace_days,
       w.amount as judged, w.currency as judged_currency, w.due_on as judged_due_on, w.settled_on as judged_on, w.state as judged_state,
       h.until_on as held_until, h.reason as held_reason, m.last_on as mailed_on,
       x.happened_on as spoken_on, x.kind as spoken_kind, x.author as spoken_by,
       a.customer_id is not null as approved, f.to_address as failed_to, cr.credits, st.fingerprint, c.tags,
       pa.lines as postal_lines, vc.since_on as valued_on, vc.author as valued_by, vc.reason as valued_reason,
       y.answered_on, re.facts as reach, ra.unread_since, ra.away
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
  select distinct on (r.customer_id) r.customer_id, r.amount, r.currency, r.due_on, r.grace_days
  from promise r
  where r.made_on <= :today and (r.state = 'open' or r.settled_on > :today)
  order by r.customer_id, r.due_on desc, r.id
) p on p.customer_id = c.id
left join (
  select distinct on (r.customer_id) r.customer_id, r.amount, r.currency, r.due_on, r.settled_on, r.state
  from promise r
  where r.settled_on <= :today and r.state in ('kept', 'partly_kept', 'broken')
  order by r.customer_id, r.settled_on desc, r.id desc
) w on w.customer_id = c.id
left join (
  select distinct on (g.customer_id) g.customer_id, g.until_on, g.reason
  from hold g
  where g.invoice_id is null and :today between g.from_on and g.until_on and (g.ended_on is null or g.ended_on > :today)
  order by g.customer_id, g.until_on desc
) h on h.customer_id = c.id
left join (
  select o.customer_id, max(o.window_on) as last_on
  from message o
  where o.channel = 'mail' and o.state not in ('recalled', 'withdrawn') and o.window_on <= :today
  group by o.customer_id
) m on m.customer_id = c.id
left join (
  select distinct on (i.customer_id) i.customer_id, i.happened_on, i.kind, i.author
  from interaction i
  where i.direction = 'out' and i.happened_on <= :today and i.outcome not in ('no_answer', 'voicemail', 'wrong_person')
  order by i.customer_id, i.happened_on desc, i.id desc
) x on x.customer_id = c.id
left join approval a on a.customer_id = c.id and a.night_on = :today
left join (
  select distinct on (o.customer_id) o.customer_id, o.to_address
  from message o
  where o.state in ('failed', 'unknown')
  order by o.customer_id, o.id desc
) f on f.customer_id = c.id
left join (
  select u.customer_id,
         jsonb_agg(jsonb_build_object('number', u.number, 'currency', u.currency, 'amount', u.open_amount) order by u.dated_on, u.id) as credits
  from open_credit(:today) u
  group by u.customer_id
) cr on cr.customer_id = c.id
left join (
  select distinct on (t.customer_id) t.customer_id, t.lines
  from postal_address t
  order by t.customer_id, t.id desc
) pa on pa.customer_id = c.id
left join valued_customer vc on vc.customer_id = c.id and vc.since_on <= :today and (vc.ended_on is null or vc.ended_on > :today)
left join (
  select t.customer_id, max(t.happened_on) as answered_on
  from interaction t
  where t.happened_on <= :today and coalesce(t.outcome, '') <> 'out_of_office'
    and (t.direction = 'in' or t.outcome not in ('no_answer', 'voicemail', 'wrong_person'))
  group by t.customer_id
) y on y.customer_id = c.id
left join reach(:today, :today + 1) re on re.customer_id = c.id
left join (
  select t.customer_id, min(t.received_on) filter (where t.settled_on is null or t.settled_on > :today) as unread_since,
         string_agg(lower(t.away_address) || '=' || t.away_until, ' ' order by t.id) filter (where t.away_until >= :today) as away
  from received_mail t
  where t.received_on <= :today and (t.settled_on is null or t.settled_on > :today or t.away_until >= :today)
  group by t.customer_id
) ra on ra.customer_id = c.id
left join customer_standing st on st.customer_id = c.id
where c.voided_at is null
order by c.id
