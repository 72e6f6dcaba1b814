-- Of how many invoices was every step of a period taken or rightly left out, in all, by stage, by collector and by month? What
-- has waited for us since an earlier day than today is missing.
with told as (
  select o.invoice_id, o.stage, coalesce(p.name, '') as owner, to_char(o.on_date, 'YYYY-MM') as month,
         case when o.kind = 'waiting' then 'missing' else o.kind end as kind
  from step_outcome o
  join invoice i on i.org_id = o.org_id and i.id = o.invoice_id and i.voided_at is null
  join customer c on c.org_id = i.org_id and c.id = i.customer_id
  left join person p on p.id = c.owner_id
  where o.on_date between :fromOn and :toOn
    and (o.kind <> 'waiting' or o.on_date < :today and o.code = any (cast(:waiting as text[])))
),
cuts as (
  select 'all' as cut, '' as name, invoice_id, kind from told
  union all
  select 'stage', stage::text, invoice_id, kind from told
  union all
  select 'collector', owner, invoice_id, kind from told
  union all
  select 'month', month, invoice_id, kind from told
)
select cut, name, count(*) as invoices, count(*) filter (where missing = 0) as whole, sum(taken) as taken, sum(skipped) as skipped,
       sum(missing) as missing
from (
  select cut, name, invoice_id, count(*) filter (where kind = 'taken') as taken,
         count(*) filter (where kind = 'skipped') as skipped, count(*) filter (where kind = 'missing') as missing
  from cuts
  group by cut, name, invoice_id
) each
group by cut, name
order by cut, name
