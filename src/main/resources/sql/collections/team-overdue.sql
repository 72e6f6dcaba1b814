-- How much is overdue in the accounts of each person, per currency?
select owner_id, currency, sum(overdue)::bigint as overdue
from (
  select s.owner_id, s.currency, s.overdue_amount as overdue
  from customer_standing s
  union all
  select s.owner_id, other ->> 'currency', (other ->> 'overdue')::bigint
  from customer_standing s
  cross join jsonb_array_elements(s.others) as other
) owed
where overdue > 0
group by owner_id, currency
order by owner_id, currency
