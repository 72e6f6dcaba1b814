-- Customers that stay, and contacts that can be used.
,
year as (
  select cast(g.day - interval '12 months' as date) + 1 as first, g.day as last,
         cast(cast(g.day - interval '12 months' as date) + 1 - interval '12 months' as date) as before
  from given g
),
billed as (
  select distinct i.customer_id, i.issued_on
  from invoice i
  join who w on w.id = i.customer_id
  where i.voided_at is null and i.kind = 'invoice'
),
early as (
  select distinct b.customer_id
  from billed b
  join year y on b.issued_on >= y.before and b.issued_on < y.first
),
again as (
  select distinct b.customer_id
  from billed b
  join year y on b.issued_on between y.first and y.last
),
late as (
  select distinct i.customer_id
  from invoice i
  join bill b on b.id = i.id and b.is_sale
  join year y on b.due_on >= y.before and b.due_on < y.first - 30
  where b.amount > coalesce((select sum(a.amount) from allocation a where a.invoice_id = b.id and a.effective_on <= b.due_on + 30), 0)
),
reachable as (
  select (coalesce(k.email, '') <> '' or coalesce(k.phone, '') <> '') and coalesce(k.bounced_on > g.day, true)
           and greatest(k.verified_on, cast(k.recorded_at as date)) >= g.day - 365 as is_good
  from contact k
  join who w on w.id = k.customer_id
  cross join given g
  where k.voided_at is null
)
select 'retention' as metric, '' as currency,
       round(count(*) filter (where e.customer_id in (select a.customer_id from again a)) * 100.0 / count(*), 1) as value
from early e having count(*) > 0
union all
select 'billed-after-late', '', round(count(*) filter (where l.customer_id in (select a.customer_id from again a)) * 100.0 / count(*), 1)
from late l having count(*) > 0
union all
select 'contact-quality', '', round(count(*) filter (where is_good) * 100.0 / count(*), 1) from reachable having count(*) > 0
union all
select 'contacts', '', count(*) from reachable having count(*) > 0
