-- Which invoices are or were late under terms that set a price on it, what settled them, and what of the price was decided?
-- Interest bears no interest, nor do fees.
select t.*,
       i.id as invoice_id,
       i.number as invoice_number,
       i.issued_on,
       i.due_on,
       i.currency,
       i.amount,
       c.id as customer_id,
       c.number as customer_number,
       c.name as customer_name,
       c.is_consumer,
       s.days as settled_on,
       s.amounts as settled_amounts,
       l.days as part_due_on,
       l.amounts as part_amounts,
       d.interest_through,
       d.stages
from invoice i
join terms t on t.org_id = i.org_id and t.id = i.terms_id
join customer c on c.org_id = i.org_id and c.id = i.customer_id
left join lateral (
  select array_agg(a.effective_on order by a.effective_on, a.id) as days,
         array_agg(a.amount order by a.effective_on, a.id) as amounts,
         coalesce(sum(a.amount) filter (where a.effective_on <= i.due_on), 0) as in_time
  from allocation a
  where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= :asOf
) s on true
left join lateral (
  select array_agg(p.due_on order by p.line) as days, array_agg(p.amount order by p.line) as amounts
  from instalment p
  where i.scheduled and p.org_id = i.org_id and p.invoice_id = i.id
) l on true
left join lateral (
  select max(h.through_on) filter (where h.kind = 'interest') as interest_through,
         array_agg(h.stage) filter (where h.kind <> 'interest') as stages
  from charge h
  where h.org_id = i.org_id and h.invoice_id = i.id
) d on true
where i.voided_at is null
  and i.kind in ('invoice', 'opening_balance')
  and i.issued_on <= :asOf
  and (t.interest_percent is not null or t.regime <> 'none' or t.fees <> '')
  and (cast(:invoices as bigint[]) is null or i.id = any (cast(:invoices as bigint[])))
  and (cast(:customer as bigint) is null or i.customer_id = :customer)
  and (i.due_on < :asOf or l.days[1] < :asOf)
  and (s.in_time < i.amount or i.scheduled)
order by c.name, c.id, i.due_on, i.id
