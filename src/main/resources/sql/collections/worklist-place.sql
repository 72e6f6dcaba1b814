-- Where does a customer stand in the worklist of this day, and who comes before and after?
with listed as (
  select s.customer_id,
         s.level,
         row_number() over urgency as position,
         count(*) over () as total,
         lag(s.customer_id) over urgency as previous_id,
         lead(s.customer_id) over urgency as next_id
  from customer_standing s
  where s.level > 0
    and (:whose = 'team'
      or :whose = 'unassigned' and (s.customer_id = :customer
        or not exists (select from membership m where m.org_id = s.org_id and m.person_id = s.owner_id))
      or :whose = 'mine' and (s.owner_id = :person
        or s.customer_id in (
          select i.customer_id
          from handover h
          join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
          where h.to_person_id = :person and h.ended_on is null and i.open_amount > 0)))
    and (s.customer_id = :customer
      or not exists (
        select 1 from worklist_done d where d.org_id = s.org_id and d.customer_id = s.customer_id and d.done_on = :today))
  window urgency as (order by s.level, case when :oldest then s.oldest_due_on end, -s.overdue_amount, s.customer_id)
)
select * from listed where customer_id = :customer
