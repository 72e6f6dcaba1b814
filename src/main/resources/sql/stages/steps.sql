-- Which steps of a period were taken, rightly left out or missing, of which invoices, and why? The latest first; what is not asked
-- for is null.
select o.invoice_id, i.number, c.id as customer_id, c.number as customer_number, c.name as customer_name, coalesce(p.name, '') as owner,
       o.stage, o.step, o.name, o.on_date, case when o.kind = 'waiting' then 'missing' else o.kind end as kind, o.code, o.reason
from step_outcome o
join invoice i on i.org_id = o.org_id and i.id = o.invoice_id and i.voided_at is null
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join person p on p.id = c.owner_id
where o.on_date between :fromOn and :toOn
  and (o.kind <> 'waiting' or o.on_date < :today and o.code = any (cast(:waiting as text[])))
  and (cast(:kind as text) is null or case when o.kind = 'waiting' then 'missing' else o.kind end = :kind)
  and (cast(:stage as int) is null or o.stage = :stage)
  and (cast(:owner as text) is null or coalesce(p.name, '') = :owner)
  and (cast(:month as text) is null or to_char(o.on_date, 'YYYY-MM') = :month)
order by o.on_date desc, i.number, o.step
limit :limit
