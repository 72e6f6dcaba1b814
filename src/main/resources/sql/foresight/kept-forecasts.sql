-- What was foretold for each week that is over, by the forecast kept before it began, and what came in from the invoices
-- that forecast knew of? Money only: what was credited or written off is no receipt.
select f.made_on, f.currency, f.week_on, f.low, f.expected, f.high, coalesce((
         select sum(a.amount)
         from allocation a
         join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
         where a.org_id = f.org_id and a.effective_on between f.week_on and f.week_on + 6
           and a.payment_id is not null and i.issued_on <= f.made_on and i.currency = f.currency and i.kind = 'invoice'
       ), 0)::bigint as came
from receipts_forecast f
where f.week_on = cast(date_trunc('week', f.made_on + interval '1 week') as date) and f.week_on + 6 < :today
  and f.week_on > cast(:today as date) - 7 * 26
order by f.currency, f.week_on desc
