-- What does each row mean beside the work that is known? Work is known by its number; without one by all it says and by which of its
-- equals it is: two equal lines are two pieces of work, each taken once.
create temp table matched on commit drop as
with keyed as (
  select s.*,
         coalesce(s.number, 'file:' || md5(concat_ws(
           chr(31),
           s.customer_number,
           s.origin,
           s.delivered_on,
           s.description,
           trim_scale(s.quantity),
           s.unit,
           trim_scale(s.unit_price),
           s.currency,
           s.tax,
           coalesce(s.reference, '')
         )) || ':' || s.occurrence) as source_key
  from staged s
),
known as (
  select k.*,
         k.customer_number as customer_name,
         c.id as customer_id,
         b.id as billable_id,
         case
           when c.id is null
             then 'customer_number: There is no customer with this number. Import the customers first, or correct it.'
           when (b.customer_id, b.source, b.description, b.quantity, b.unit, b.unit_price, b.currency, b.amount, b.tax, b.delivered_from,
                 coalesce(b.order_reference, ''))
             is distinct from (c.id, k.origin, k.description, k.quantity, k.unit, k.unit_price, k.currency, k.amount, k.tax,
                 k.delivered_on, coalesce(k.reference, '')) and b.id is not null
             then 'number: This number is known with other values'
               || case when b.withdrawn_at is null then '' else ' and was dropped' end
               || '. Bring what is new under a number of its own, or correct the row.'
         end as complaint
  from keyed k
  left join customer_by_number c on c.number = k.customer_number
  left join billable b on b.source_key = k.source_key
)
select *
from (
  select k.*,
         case
           when k.complaint is not null then 'wrong'
           when k.billable_id is null then 'new'
           else 'same'
         end as fate
  from known k
) m
where m.fate <> 'same'
