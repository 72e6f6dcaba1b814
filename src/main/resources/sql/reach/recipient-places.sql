-- Where is the recipient of each message? As said of the contact with its address, else of the customer; null where nobody said.
select m.id,
       coalesce(
         (select p.zone
          from place p
          join contact k on k.org_id = p.org_id and k.id = p.contact_id
          where p.customer_id = m.customer_id and (lower(k.email) = lower(m.to_address) or exists (
            select 1 from mobile_number n where n.org_id = k.org_id and n.contact_id = k.id and n.number = m.to_address)) and p.zone is not null
          limit 1),
         (select p.zone from place p where p.customer_id = m.customer_id and p.contact_id is null),
         c.zone
       ) as zone,
       coalesce(
         (select p.country
          from place p
          join contact k on k.org_id = p.org_id and k.id = p.contact_id
          where p.customer_id = m.customer_id and (lower(k.email) = lower(m.to_address) or exists (
            select 1 from mobile_number n where n.org_id = k.org_id and n.contact_id = k.id and n.number = m.to_address)) and p.country is not null
          limit 1),
         (select p.country from place p where p.customer_id = m.customer_id and p.contact_id is null)
       ) as country
from message m
left join customer c on c.org_id = m.org_id and c.id = m.customer_id
where m.id = any (cast(:messages as bigint[]))
