-- Who takes part in a trial, and who is left as it was? Chance decides by the key of the trial, so anybody can draw it again.
insert into trial_member (trial_id, customer_id, is_held)
select :trial, c.id, ('x' || substr(md5(cast(:draw as text) || ':' || c.id), 1, 8))::bit(32)::bigint % 100 < :held
from customer c
where c.org_id = (select current_org()) and c.voided_at is null
  and (cast(:tag as text) = '' or exists (select from unnest(c.tags) t where lower(t) = lower(:tag)))
  and exists (
    select from invoice i
    where i.org_id = c.org_id and i.customer_id = c.id and i.voided_at is null and i.kind = 'invoice'
      and i.issued_on > cast(:today as date) - 365 and i.issued_on <= :today)
