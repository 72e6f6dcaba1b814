-- What did payers want an answer to in a period, and when did a person first answer each, as of a day? Mails of machines, our own
-- automatic mails and handing over are no answer. A question counts from the mail it was written down from, while that lay unanswered.
with mail as (
  select m.id, m.customer_id, m.subject, m.received_on, m.received_at, m.assignee, a.answered_on, a.answered_at, a.answered_by,
         m.settled_on
  from received_mail m
  left join lateral (
    select o.window_on as answered_on, s.at as answered_at, s.author as answered_by
    from received_mail_step s
    join message o on o.org_id = s.org_id and o.id = s.message_id
    where s.org_id = m.org_id and s.mail_id = m.id and s.what = 'answered'
      and o.window_on <= :asOf and o.state not in ('recalled', 'withdrawn', 'failed')
    order by s.id
    limit 1
  ) a on true
  where m.writer = 'person' and m.received_on between :fromOn and least(:toOn, :asOf)
    and (cast(:customer as bigint) is null or m.customer_id = :customer)
),
asked as (
  select 'question' as kind, q.id, q.customer_id, q.invoice_id, q.body as text,
         coalesce(m.received_on, q.asked_on) as asked_on, coalesce(m.received_at, q.recorded_at) as asked_at,
         q.answered_on, q.answered_at, coalesce(q.answered_by, p.name, '') as person, p.name as holder, false as is_put_aside
  from question q
  left join person p on p.id = q.owner_id
  left join lateral (
    select m.received_on, m.received_at
    from received_mail m
    where m.org_id = q.org_id and m.customer_id = q.customer_id and m.writer = 'person'
      and m.received_on <= q.asked_on and m.received_at <= q.recorded_at and (m.settled_on is null or m.settled_on >= q.asked_on)
      and not exists (
        select
        from received_mail_step s
        join message o on o.org_id = s.org_id and o.id = s.message_id
        where s.org_id = m.org_id and s.mail_id = m.id and s.what = 'answered'
          and o.window_on <= :asOf and o.state not in ('recalled', 'withdrawn', 'failed'))
    order by m.received_on, m.received_at
    limit 1
  ) m on true
  where q.asked_on between :fromOn and :asOf and (cast(:customer as bigint) is null or q.customer_id = :customer)
  union all
  select 'dispute', d.id, i.customer_id, d.invoice_id, d.reason, d.opened_on, d.recorded_at, a.on_date, a.at,
         coalesce(a.author, p.name, ''), p.name, false
  from dispute d
  join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
  left join person p on p.id = d.owner_id
  left join lateral (
    select e.on_date, e.at, e.author
    from (
      select d.closed_on as on_date, n.recorded_at as at, d.closed_by as author
      from (select 1) one
      left join case_note n on n.org_id = d.org_id and n.dispute_id = d.id and n.kind = 'resolved'
      where d.closed_on is not null
      union all
      select x.happened_on, x.recorded_at, x.author
      from interaction x
      where x.org_id = d.org_id and x.customer_id = i.customer_id and x.direction = 'out' and x.kind <> 'note'
        and x.outcome not in ('no_answer', 'voicemail', 'wrong_person')
        and x.recorded_at > d.recorded_at and x.happened_on >= d.opened_on
        and (not exists (select from interaction_invoice n where n.org_id = x.org_id and n.interaction_id = x.id)
          or exists (select from interaction_invoice n where n.org_id = x.org_id and n.interaction_id = x.id and n.invoice_id = i.id))
      union all
      select o.window_on, o.recorded_at, o.author
      from message o
      where o.org_id = d.org_id and o.customer_id = i.customer_id and o.kind = 'reply'
        and o.state not in ('recalled', 'withdrawn', 'failed') and o.recorded_at > d.recorded_at and o.window_on >= d.opened_on
    ) e
    where e.on_date <= :asOf
    order by e.on_date, e.at
    limit 1
  ) a on true
  where d.opened_on between :fromOn and least(:toOn, :asOf) and (cast(:customer as bigint) is null or i.customer_id = :customer)
  union all
  select 'mail', m.id, m.customer_id, null, m.subject, m.received_on, m.received_at, m.answered_on, m.answered_at,
         coalesce(m.answered_by, m.assignee, ''), m.assignee, m.answered_on is null and m.settled_on <= :asOf
  from mail m
)
select a.kind, a.id, a.customer_id, coalesce(c.number, '') as customer_number, coalesce(c.name, '') as customer_name,
       a.invoice_id, i.number as invoice_number, a.text, a.asked_on, a.asked_at,
       case when a.answered_on <= :asOf then a.answered_on end as answered_on,
       case when a.answered_on <= :asOf then a.answered_at end as answered_at,
       coalesce(nullif(case when a.answered_on <= :asOf then a.person else coalesce(a.holder, '') end, ''), p.name, '') as person,
       a.is_put_aside
from asked a
left join customer c on c.org_id = (select current_org()) and c.id = a.customer_id
left join person p on p.id = c.owner_id
left join invoice i on i.org_id = (select current_org()) and i.id = a.invoice_id
where a.asked_on between :fromOn and :toOn
order by a.asked_on desc, a.asked_at desc, a.kind, a.id desc
