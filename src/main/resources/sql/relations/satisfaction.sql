-- Whom did we ask how it was in a period, and what did each answer last, as of a day? A mail that never left asked nobody.
select s.id, s.asked_on, s.to_name, s.collector, s.segments, c.id as customer_id, c.number as customer_number, c.name as customer_name,
       i.id as invoice_id, i.number as invoice_number, a.score, coalesce(a.comment, '') as comment, a.answered_on
from survey s
join customer c on c.org_id = s.org_id and c.id = s.customer_id
join invoice i on i.org_id = s.org_id and i.id = s.invoice_id
left join message m on m.org_id = s.org_id and m.id = s.message_id
left join lateral (
  select a.score, a.comment, a.answered_on
  from survey_answer a
  where a.org_id = s.org_id and a.survey_id = s.id and a.answered_on <= :asOf
  order by a.id desc
  limit 1
) a on true
where s.asked_on between :fromOn and least(:toOn, :asOf) and (cast(:customer as bigint) is null or s.customer_id = :customer)
  and (a.score is not null or m.state in ('sent', 'unknown'))
order by coalesce(a.answered_on, s.asked_on) desc, s.id desc
