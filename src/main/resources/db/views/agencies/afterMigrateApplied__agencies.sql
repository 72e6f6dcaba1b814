-- What came in on an invoice while it was at an agency, and what that costs us: percent of the money plus the fixed fee, half up to the
-- minor unit. The payer's debt knows nothing of it.
create or replace view placement_result with (security_invoker = true) as
select p.org_id, p.id, p.agency_id, p.currency, p.amount, m.recovered, m.amount_days,
       round(m.recovered * p.fee_percent / 100)::bigint + p.fixed_fee as cost
from placement p
cross join lateral (
  select coalesce(sum(a.amount), 0)::bigint as recovered,
         coalesce(sum(a.amount * (a.effective_on - p.decided_on)), 0)::numeric as amount_days
  from allocation a
  where a.org_id = p.org_id and a.invoice_id = p.invoice_id and a.payment_id is not null
    and a.effective_on >= p.decided_on and (p.recalled_on is null or a.effective_on < p.recalled_on)
) m
where p.pack_id is not null;
grant select on placement_result to ${app_role};
