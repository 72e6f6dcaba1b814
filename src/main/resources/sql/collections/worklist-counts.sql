-- How many customers need a person on this day, level by level, in whose hands, and not touched since when?
select s.level, count(*) as customers
from customer_standing s
where s.level > 0
  and (:whose = 'team'
    or :whose = 'unassigned' and not exists (select from membership m where m.org_id = s.org_id and m.person_id = s.owner_id)
    or :whose = 'mine' and (s.owner_id = :person
      or s.customer_id in (
        select i.customer_id
        from handover h
        join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
        where h.to_person_id = :person and h.ended_on is null and i.open_amount > 0)))
  and (cast(:untouched as date) is null or coalesce(s.last_contact_on, '-infinity') < :untouched)
  and not exists (
    select 1 from worklist_done d where d.org_id = s.org_id and d.customer_id = s.customer_id and d.done_on = :today)
group by s.level
