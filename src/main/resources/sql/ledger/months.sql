-- What is in each of the last months: how many facts, and what they moved in receivables and cash, in each currency?
select cast(date_trunc('month', p.effective_on) as date) as first_day,
       p.currency,
       count(*) filter (where p.amount > 0) as facts,
       coalesce(sum(p.amount) filter (where p.account = 'receivables' and p.kind not in ('allocation', 'write_off')), 0) as billed,
       coalesce(sum(p.amount) filter (where p.account = 'cash'), 0) as received,
       coalesce(sum(p.amount) filter (where p.account = 'receivables'), 0) as change
from posting p
where p.known_until = 'infinity' and p.effective_on >= :fromOn and p.effective_on <= :today
group by first_day, p.currency
order by first_day desc, p.currency
