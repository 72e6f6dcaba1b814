-- How much of what was open at a step was paid within fourteen days of it? Steps whose fourteen days are over by the last day.
select s.taken_on as on_day, i.customer_id, i.currency, least(s.open_amount, coalesce((
         select sum(a.amount)
         from allocation a
         where a.org_id = s.org_id and a.invoice_id = s.invoice_id and a.payment_id is not null
           and a.effective_on between s.taken_on and s.taken_on + 14
           and a.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')), 0)) as part,
       s.open_amount as whole, cast(s.stage as int) as stage, i.number || ', step ' || s.step as label, '/invoices/' || i.id as url
from step_taken s
join invoice i on i.org_id = s.org_id and i.id = s.invoice_id
where s.taken_on between :fromOn and :toOn and s.taken_on + 14 <= :toOn
  and s.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
