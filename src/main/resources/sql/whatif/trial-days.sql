-- How long did each customer of some trials take to pay on average: invoices issued in the year before each began, and since? What is
-- overdue and open stands with the days it has been open.
select m.trial_id, m.is_held, n.is_since, round(avg(n.days), 4) as days
from trial_member m
join trial t on t.org_id = m.org_id and t.id = m.trial_id
join lateral (
  select i.issued_on >= t.from_on as is_since,
         case when s.settled >= i.amount then s.paid_on
              else least(cast(:asOf as date), case when i.issued_on >= t.from_on then :asOf else t.from_on end) end - i.issued_on as days
  from invoice i
  left join lateral (
    select sum(a.amount)::bigint as settled, max(a.effective_on) filter (where a.payment_id is not null and a.amount > 0) as paid_on
    from allocation a
    where a.org_id = i.org_id and a.invoice_id = i.id
      and a.effective_on <= case when i.issued_on >= t.from_on then cast(:asOf as date) else t.from_on end
  ) s on true
  where i.org_id = m.org_id and i.customer_id = m.customer_id and i.voided_at is null and i.kind = 'invoice'
    and i.issued_on > t.from_on - 365 and i.issued_on <= least(:asOf, coalesce(t.ended_on, :asOf))
    and (s.settled >= i.amount and s.paid_on is not null
         or coalesce(s.settled, 0) < i.amount and i.due_on < case when i.issued_on >= t.from_on then :asOf else t.from_on end)
) n on true
where m.trial_id = any(:trials)
group by m.trial_id, m.customer_id, m.is_held, n.is_since
order by m.trial_id, m.customer_id
