-- What did a customer and we write to each other last?
select *
from (
  (
    select r.id,
           r.received_at as at,
           case r.from_name when '' then r.from_address else r.from_name end as who,
           r.from_address as address,
           r.subject,
           r.answer as text,
           r.quoted,
           r.writer,
           null::text as state,
           r.settled_on is null as unread,
           (select count(*) from received_mail_file f where f.org_id = r.org_id and f.mail_id = r.id) as files
    from received_mail r
    where r.customer_id = :customer
    order by r.id desc
    limit :most
  )
  union all
  (
    select m.id,
           coalesce(m.sent_at, m.recorded_at),
           m.author,
           m.to_address,
           coalesce(m.subject, replace(m.template, '-', ' ')),
           case m.kind when 'reply' then coalesce(m.body_text, '') else '' end,
           '',
           null,
           m.state,
           false,
           0
    from message m
    where m.customer_id = :customer and m.state not in ('recalled', 'withdrawn')
    order by m.id desc
    limit :most
  )
) t
order by at desc, id desc
limit :most
