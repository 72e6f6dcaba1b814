-- I07: which transfers do not have their other half: the same amount, in the same currency, from the same day, at another customer?
select 'transfer ' || t.id as name, 'of ' || t.amount || ' has no payment of that amount and day at another customer' as detail
from transfer t
join payment p on p.org_id = t.org_id and p.id = t.payment_id
where t.reverses is null
  and not exists (
    select from payment h
    where h.org_id = t.org_id and h.transfer_id = t.id
      and h.amount = t.amount and h.currency = p.currency and h.received_on = t.effective_on
      and h.customer_id <> p.customer_id
  )
union all
select 'transfer ' || r.id, 'takes transfer ' || t.id || ' back, but its money is still there'
from transfer r
join transfer t on t.org_id = r.org_id and t.id = r.reverses
join payment h on h.org_id = t.org_id and h.transfer_id = t.id
where not exists (
    select from payment_reversal v
    where v.org_id = h.org_id and v.payment_id = h.id and v.reverses is null and v.effective_on = r.effective_on
  )
