-- After how many days, and under which terms, were the invoices of one year paid? What is overdue and open stands with the days it has
-- been open; what is not due yet says nothing.
select n.days, n.term, sum(n.amount)::bigint as minor, count(*)::int as invoices
from (
  select i.amount, i.due_on - i.issued_on as term,
         case when s.settled >= i.amount then s.paid_on else cast(:asOf as date) end - i.issued_on as days
  from invoice i
  join customer c on c.org_id = i.org_id and c.id = i.customer_id
  left join (
    select a.invoice_id, sum(a.amount)::bigint as settled,
           max(a.effective_on) filter (where a.payment_id is not null and a.amount > 0) as paid_on
    from allocation a
    where a.org_id = (select current_org()) and a.effective_on <= :asOf
    group by a.invoice_id
  ) s on s.invoice_id = i.id
  where i.org_id = (select current_org()) and i.voided_at is null and i.kind = 'invoice' and i.currency = :currency
    and i.issued_on > cast(:asOf as date) - 365 and i.issued_on <= :asOf
    and (s.settled >= i.amount and s.paid_on is not null or coalesce(s.settled, 0) < i.amount and i.due_on < :asOf)
    and (cast(:tag as text) = '' or exists (select from unnest(c.tags) t where lower(t) = lower(:tag)))
) n
group by n.days, n.term
order by n.days, n.term
