-- Who are these customers tonight: mode, agreements, whom to write to, last contact, credits, and how they stood before?
-- Full joins, as in items.sql; coalesce in the last condition keeps them full. What stands between slashes and stars is asked only
-- where it is to be answered as of a moment that is over.
select c.id,
       c.number,
       c.name,
       c.contact_mode,
       c.owner_id,
       coalesce(k.language, c.language) as language,
       k.name as contact_name,
       case when k.bounced_on <= :today then null else k.email end as contact_email,
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
       m.before_on as mailed_before,
       x.happened_on as spoken_on,
       x.kind as spoken_kind,
       x.author as spoken_by,
       -- a yes given before a weekend still counts after it, until something was sent; on the day of a message, one recorded after it
       coalesce((a.last_on, a.last_at) > (coalesce(m.last_on, '-infinity'), coalesce(m.last_at, '-infinity')), false) as approved,
       f.to_address as failed_to,
       pa.lines as postal_lines,
       vc.since_on as valued_on,
       vc.author as valued_by,
       vc.reason as valued_reason,
       cr.credits,
       st.fingerprint,
       c.tags,
       y.answered_on,
       u.since_on,
       u.settled,
       u.late,
       u.overdue,
       re.facts as reach,
       ra.unread_since,
       ra.away
from (
  select *
  from customer
  where id between :first and :last and voided_at is null
) c
full join (
  select distinct on (customer_id) customer_id, name, email, phone, language, bounced_on
  from contact
  where customer_id between :first and :last and voided_at is null
  order by customer_id, (email is not null and bounced_on is null and id <> all (array(
             select contact_id
             from opt_out
             where channel = 'mail' and contact_id is not null and from_on <= :today and (ended_on is null or ended_on > :today)))) desc,
           array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], role), id
) k on k.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, email
  from contact
  where customer_id between :first and :last and voided_at is null and bounced_on <= :today
  order by customer_id, bounced_on desc, id
) b on b.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, amount, currency, due_on, grace_days
  from promise
  where customer_id between :first and :last and made_on <= :today and (state = 'open' or settled_on > :today) /* and recorded_at <= :known */
    and not exists (select 1 from promise_invoice n where n.org_id = promise.org_id and n.promise_id = promise.id)
  order by customer_id, due_on desc, id
) p on p.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, amount, currency, due_on, settled_on, state
  from promise
  where customer_id between :first and :last and settled_on <= :today and state in ('kept', 'partly_kept', 'broken')
  order by customer_id, settled_on desc, id desc
) w on w.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, until_on, reason
  from hold
  where customer_id between :first and :last and invoice_id is null
    and from_on <= :today and until_on >= :today and (ended_on is null or ended_on > :today) /* and recorded_at <= :known */
  order by customer_id, until_on desc
) h on h.customer_id = c.id
full join (
  -- a letter on paper reaches them when it is posted, not when it was written
  select customer_id,
         max(coalesce(posted_on, window_on)) as last_on,
         max(coalesce(posted_on, window_on)) filter (where coalesce(posted_on, window_on) < :today) as before_on,
         max(recorded_at) as last_at
  from message
  where customer_id between :first and :last and window_on <= :today
    and state not in ('recalled', 'withdrawn')
  group by customer_id
) m on m.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, happened_on, kind, author
  from interaction
  where customer_id between :first and :last and happened_on <= :today and direction = 'out'
    and outcome not in ('no_answer', 'voicemail', 'wrong_person') /* and recorded_at <= :known */
  order by customer_id, happened_on desc, id desc
) x on x.customer_id = c.id
full join (
  select customer_id, max(night_on) as last_on, max(recorded_at) as last_at
  from approval
  where customer_id between :first and :last and night_on between :today - 4 and :today /* and recorded_at <= :known */
  group by customer_id
) a on a.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, to_address
  from message
  where customer_id between :first and :last and state in ('failed', 'unknown')
  order by customer_id, id desc
) f on f.customer_id = c.id
full join (
  select distinct on (customer_id) customer_id, nullif(lines, '') as lines
  from postal_address
  where customer_id between :first and :last
  order by customer_id, id desc
) pa on pa.customer_id = c.id
full join (
  select customer_id, since_on, author, reason
  from valued_customer
  where customer_id between :first and :last and since_on <= :today and (ended_on is null or ended_on > :today)
) vc on vc.customer_id = c.id
full join (
  select customer_id,
         jsonb_agg(jsonb_build_object('number', case kind when 'credit_note' then number else '' end, 'currency', currency, 'amount', open_amount) order by dated_on, id) as credits
  from open_credit(:today)
  where customer_id between :first and :last
  group by customer_id
) cr on cr.customer_id = c.id
full join (
  select customer_id,
         min(received_on) filter (where settled_on is null or settled_on > :today) as unread_since,
         string_agg(lower(away_address) || '=' || away_until, ' ' order by id) filter (where away_until >= :today) as away
  from received_mail
  where customer_id between :first and :last and received_on <= :today
    and (settled_on is null or settled_on > :today or away_until >= :today)
  group by customer_id
) ra on ra.customer_id = c.id
full join (
  select customer_id, fingerprint
  from customer_standing
  where customer_id between :first and :last
) st on st.customer_id = c.id
full join (
  select customer_id, max(happened_on) as answered_on
  from interaction
  where customer_id between :first and :last and happened_on <= :today
    and coalesce(outcome, '') <> 'out_of_office' and (direction = 'in' or outcome not in ('no_answer', 'voicemail', 'wrong_person'))
  group by customer_id
) y on y.customer_id = c.id
-- how they paid within a year, asked only where a strategy is chosen by it
full join (
  select n.customer_id,
         min(n.issued_on) as since_on,
         count(*) filter (where n.paid_on <= :today) as settled,
         count(*) filter (where n.paid_on <= :today and n.paid_on > n.due_on + cast(:lateAfter as int)) as late,
         count(*) filter (where n.due_on < :today and (n.open_amount > 0 or n.paid_on > :today)) as overdue
  from (
    select i.customer_id, i.issued_on, i.due_on, i.open_amount,
           case when i.open_amount = 0 and i.due_on > :today - 365 then (
             select max(a.effective_on)
             from allocation a
             where a.org_id = i.org_id and a.invoice_id = i.id and a.payment_id is not null
           ) end as paid_on
    from invoice i
    where i.customer_id between :first and :last and i.voided_at is null and i.kind = 'invoice' and i.issued_on <= :today
      and exists (
        select from strategy_assignment g
        where g.scope = 'conduct' and g.from_on <= :today and (g.ended_on is null or g.ended_on > :today))
  ) n
  group by n.customer_id
) u on u.customer_id = c.id
full join (
  select customer_id, facts
  from reach(:today, :heardFrom)
  where customer_id between :first and :last
) re on re.customer_id = c.id
where coalesce(c.id, 0) > 0
order by c.id
