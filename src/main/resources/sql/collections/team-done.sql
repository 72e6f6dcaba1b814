-- With how many customers is each person done on this day: spoken with, written to, or put aside?
select author, count(distinct customer_id) as customers
from (
  select author, customer_id from worklist_done where done_on = :today
  union all
  select author, customer_id from interaction where happened_on = :today and kind <> 'note'
) worked
group by author
