-- Whose last five invoices call for a look at its terms: three of them paid more than ten days late, or open that long? Not again within
-- ninety days of the last look.
insert into credit_review (customer_id, opened_on, evidence)
select l.customer_id, :today,
       count(*) filter (where l.days_late > 10) || ' of the last 5 invoices more than 10 days late: '
         || string_agg(l.number || ' by ' || l.days_late || ' days', ', ' order by l.nth) filter (where l.days_late > 10)
from (
  select n.customer_id, n.number, n.days_late, row_number() over (partition by n.customer_id order by n.due_on desc, n.id desc) as nth
  from (
    select i.id, i.customer_id, i.number, i.due_on,
           case when s.settled >= i.amount then s.settled_on else cast(:today as date) end - i.due_on as days_late,
           s.settled >= i.amount as is_settled
    from invoice i
    left join (
      select a.invoice_id, sum(a.amount) as settled, max(a.effective_on) as settled_on
      from allocation a
      where a.org_id = (select current_org()) and a.effective_on <= :today
      group by a.invoice_id
    ) s on s.invoice_id = i.id
    where i.org_id = (select current_org()) and i.voided_at is null and i.kind = 'invoice'
      and i.due_on between cast(:today as date) - 365 and :today
  ) n
  where n.is_settled or n.days_late > 10
) l
where l.nth <= 5
  and not exists (
    select from credit_review r
    where r.org_id = (select current_org()) and r.customer_id = l.customer_id
      and (r.decided_on is null or r.decided_on > cast(:today as date) - 90))
group by l.customer_id
having count(*) = 5 and count(*) filter (where l.days_late > 10) >= 3
on conflict do nothing
