-- What has each of these customers done: paid how late within a year, owes how much overdue, kept which promises, since when?
select k.id as customer_id,
       p.days is not null as is_paid,
       cast(round(coalesce(p.days, 0)) as int) as days_beyond_terms,
       cast(coalesce(o.percent, 0) as int) as overdue_percent,
       (select count(*) from promise m
        where m.customer_id = k.id and m.settled_on <= :today and m.state in ('kept', 'partly_kept', 'broken')) as promises_judged,
       (select count(*) from promise m
        where m.customer_id = k.id and m.settled_on <= :today and m.state = 'kept') as promises_kept,
       (select count(*) from dispute d
        join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
        where i.customer_id = k.id and d.opened_on <= :today and d.opened_on > cast(:today as date) - 365) as disputes,
       (select coalesce(cast(:today as date) - min(i.issued_on), 0) / 30 from invoice i
        where i.customer_id = k.id and i.voided_at is null and i.issued_on <= :today) as months
from unnest(cast(:customers as bigint[])) as k(id)
left join (
  select i.customer_id, sum(a.amount * (a.effective_on - i.due_on)) / nullif(sum(a.amount), 0) as days
  from invoice i
  join allocation a on a.org_id = i.org_id and a.invoice_id = i.id and a.payment_id is not null
  where i.customer_id = any (:customers) and i.voided_at is null
    and a.effective_on <= :today and a.effective_on > cast(:today as date) - 365
  group by i.customer_id
) p on p.customer_id = k.id
left join (
  select t.customer_id, max(t.percent) as percent
  from (
    select i.customer_id, 100 * coalesce(sum(i.open_amount) filter (where i.due_on < :today), 0) / sum(i.open_amount) as percent
    from open_invoice(:today) i
    where i.customer_id = any (:customers)
    group by i.customer_id, i.currency) t
  group by t.customer_id
) o on o.customer_id = k.id
