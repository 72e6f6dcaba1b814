-- Which contacts are on file, and which of them can be used: with an address or a number, not bounced, and recorded or confirmed
-- within a year?
select cast(:toOn as date) as on_day, k.customer_id, cast(null as text) as currency,
       case
         when coalesce(k.email, '') = '' and coalesce(k.phone, '') = '' then 0
         when k.bounced_on <= :toOn then 0
         when greatest(k.verified_on, cast(k.recorded_at as date)) < cast(:toOn as date) - 365 then 0
         else 1
       end as part, 1 as whole, cast(null as int) as stage, k.name as label, '/customers/' || k.customer_id as url
from contact k
where k.voided_at is null
