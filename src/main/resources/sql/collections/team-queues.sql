-- How many customers wait for each person, level by level, and how many of them were not touched since a day?
select s.owner_id,
       s.level,
       count(*) as customers,
       count(*) filter (where coalesce(s.last_contact_on, '-infinity') < :untouched) as untouched
from customer_standing s
where s.level > 0
  and not exists (
    select 1 from worklist_done d where d.org_id = s.org_id and d.customer_id = s.customer_id and d.done_on = :today)
group by s.owner_id, s.level
