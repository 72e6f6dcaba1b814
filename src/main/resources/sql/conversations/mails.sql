-- Which mails came, newest first: the unread ones, those of them that are nobody's, all, those of a customer, or a single one?
select m.id,
       m.received_at,
       m.from_address,
       m.from_name,
       m.subject,
       m.writer,
       m.answer,
       m.quoted,
       m.signature,
       m.message_id,
       m.raw_hash,
       m.about_id,
       m.away_until,
       m.customer_id,
       c.name as customer_name,
       m.matched_by,
       exists (
         select 1
         from contact k
         where k.org_id = m.org_id and k.customer_id = m.customer_id and lower(k.email) = m.from_address and k.voided_at is null
       ) as known_sender,
       m.assignee,
       m.settled_on,
       m.settled_by
from received_mail m
left join customer c on c.org_id = m.org_id and c.id = m.customer_id
where m.id < :before
  and (cast(:one as bigint) is null or m.id = :one)
  and (cast(:customer as bigint) is null or m.customer_id = :customer)
  and (:show = 'all' or m.settled_on is null and (:show = 'unread' or m.customer_id is null))
order by m.id desc
limit :most
