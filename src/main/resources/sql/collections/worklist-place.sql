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
    and (cast(:owner as bigint) is null or s.owner_id = :owner)
    and (s.customer_id = :customer
      or not exists (
        select 1 from worklist_done d where d.org_id = s.org_id and d.customer_id = s.customer_id and d.done_on = :today))
  window urgency as (order by s.level, -s.overdue_amount, s.customer_id)
)
select * from listed where customer_id = :customer
