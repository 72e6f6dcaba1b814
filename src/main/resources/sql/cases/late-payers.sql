-- Who pays late as a habit and is not called so yet? Of at least five invoices that fell due in a year and are settled or still
-- open, four out of five were paid more than thirty days late or are that late, or three promises in a row were not kept.
with fallen_due as (
  select i.customer_id,
         coalesce(case when i.open_amount = 0 then (
           select max(a.effective_on)
           from allocation a
           where a.org_id = i.org_id and a.invoice_id = i.id) end, :today) - i.due_on as days_late
  from invoice i
  where i.org_id = (select current_org()) and i.voided_at is null and i.due_on between :today - 395 and :today - 31
    and (cast(:customer as bigint) = 0 or i.customer_id = :customer)
),
habit as (
  select customer_id, count(*) as invoices, count(*) filter (where days_late > 30) as late
  from fallen_due
  group by customer_id
),
word as (
  select p.customer_id, count(*) as judged, count(*) filter (where p.state <> 'kept') as broken
  from (
    select customer_id, state, row_number() over (partition by customer_id order by settled_on desc, id desc) as latest
    from promise
    where org_id = (select current_org()) and state in ('kept', 'partly_kept', 'broken') and settled_on <= :today
      and (cast(:customer as bigint) = 0 or customer_id = :customer)
  ) p
  where p.latest <= 3
  group by p.customer_id
)
select c.id, c.number, c.name, coalesce(h.invoices, 0) as invoices, coalesce(h.late, 0) as late, coalesce(w.broken, 0) as broken
from customer c
left join habit h on h.customer_id = c.id
left join word w on w.customer_id = c.id
where c.org_id = (select current_org()) and c.voided_at is null
  and (h.invoices >= 5 and h.late * 5 >= h.invoices * 4 or w.broken = 3)
  and not exists (select 1 from debtor_flag f where f.org_id = c.org_id and f.customer_id = c.id and f.ended_on is null)
order by h.late desc nulls last, c.id
limit :limit
