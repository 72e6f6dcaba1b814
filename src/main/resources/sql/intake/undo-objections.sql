-- What has been built since on what this batch brought, so that it cannot be taken back without harm?
-- What the batch itself wrote was recorded in the very moment of its commit.
select 'Invoice ' || i.number || ' was settled or released by hand since.' as objection
from import_batch b
join allocation a on a.recorded_at <> b.committed_at and a.reverses is null
join invoice i on i.id = a.invoice_id
left join payment p on p.id = a.payment_id
where b.id = :batch
  and (i.batch_id = b.id or p.batch_id = b.id)
  and not exists (select from allocation r where r.reverses = a.id)
union
select 'Of a payment of ' || p.received_on || ' something was paid back or moved, or it was reversed, since.'
from withdrawal w
join payment p on p.id = w.payment_id
where p.batch_id = :batch
union
select 'Invoice ' || i.number || ' was changed since.'
from import_batch b
join invoice_amendment m on m.known_until > b.committed_at
join invoice i on i.id = m.invoice_id
where b.id = :batch
  and i.voided_at is null
  and (i.batch_id = b.id or exists (select from invoice_amendment o where o.invoice_id = i.id and o.batch_id = b.id))
order by objection
limit 100
