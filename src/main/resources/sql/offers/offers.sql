-- What was offered to a customer, and after how many days did it pay what was issued in the year before its answer, and since?
select o.id, o.kind, o.terms, o.reason, o.expected_days, o.made_on, o.author, o.answered_on, o.is_accepted,
       coalesce(o.opens, '') as opens, o.opened, o.opened_at,
       round(avg(n.days) filter (where n.issued_on < o.answered_on), 1) as before,
       round(avg(n.days) filter (where n.issued_on >= o.answered_on), 1) as since,
       count(n.days) filter (where n.issued_on >= o.answered_on)::int as invoices_since
from offer o
left join (
  select i.org_id, i.customer_id, i.issued_on,
         case when s.settled >= i.amount then s.settled_on else cast(:asOf as date) end - i.issued_on as days
  from invoice i
  left join lateral (
    select sum(a.amount) as settled, max(a.effective_on) as settled_on
    from allocation a
    where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= :asOf
  ) s on true
  where i.org_id = (select current_org()) and i.customer_id = :customer and i.voided_at is null and i.kind = 'invoice'
    and i.issued_on <= :asOf and (s.settled >= i.amount or i.due_on < :asOf)
) n on n.org_id = o.org_id and n.customer_id = o.customer_id and n.issued_on > o.answered_on - 365
where o.customer_id = :customer
group by o.org_id, o.id
order by o.id desc
limit 50
