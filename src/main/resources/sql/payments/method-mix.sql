-- With what did customers pay in a period, how much of it, how long after the invoice and the due date, and what did it cost them on top?
-- Days are weighted by what was settled. Money that bounced or went back whole, and money moved from another customer, is left out.
select t.method, t.currency, count(*) as payments, sum(t.amount) as amount, sum(t.surcharge) as surcharge,
       round(sum(t.from_issue) / nullif(sum(t.settled), 0), 1) as days_from_issue,
       round(sum(t.from_due) / nullif(sum(t.settled), 0), 1) as days_from_due
from (
  select case
           when p.source_key like 'stripe:%' then 'card'
           when p.source_key like 'paypal:%' then 'paypal'
           when p.source_key like 'debit:%' then 'direct_debit'
           else 'transfer_or_other'
         end as method,
         p.currency, p.amount, coalesce(o.surcharge, 0) as surcharge, s.settled, s.from_issue, s.from_due
  from payment p
  left join online_payment o on o.org_id = p.org_id and o.payment_id = p.id
  left join lateral (
    select sum(a.amount) as settled,
           sum(a.amount * (p.received_on - i.issued_on)::numeric) as from_issue,
           sum(a.amount * (p.received_on - i.due_on)::numeric) as from_due
    from allocation a
    join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
    where a.org_id = p.org_id and a.payment_id = p.id
  ) s on true
  where p.voided_at is null and p.transfer_id is null
    and p.received_on between :fromOn and :toOn
    and not exists (
      select 1 from payment_reversal r
      where r.org_id = p.org_id and r.payment_id = p.id
      group by r.payment_id
      having sum(r.amount) > 0)
) t
group by t.method, t.currency
order by t.currency, sum(t.amount) desc, t.method
