-- What does each row mean beside the payments that are known, and how much does it settle of the invoice it names? A payment is
-- known by all it says and by which of its equals it is: two equal lines are two payments, each taken once.
create temp table matched on commit drop as
with keyed as (
  select s.*,
         'file:' || md5(concat_ws(
           chr(31),
           coalesce(s.customer_number, ''),
           coalesce(s.invoice_number, ''),
           s.currency,
           s.amount,
           s.received_on,
           coalesce(s.reference, '')
         )) || ':' || s.occurrence as source_key
  from staged s
),
known as (
  select k.*,
         coalesce(k.customer_number, ic.number) as customer,
         c.id as customer_id,
         i.id as invoice_id,
         i.open_amount,
         p.id as payment_id,
         case
           when p.id is not null then null
           when k.invoice_number is not null and i.id is null
             then 'invoice_number: There is no invoice with this number.'
               || ' Import the invoices first, correct it, or clear the cell.'
           when i.currency <> k.currency
             then 'currency: The invoice is in ' || i.currency
               || ': a payment settles an invoice of its own currency. Correct one of the two.'
         end as complaint
  from keyed k
  left join invoice i on i.number = k.invoice_number and i.voided_at is null
  left join customer ic on ic.id = i.customer_id
  left join customer_by_number c on c.number = coalesce(k.customer_number, ic.number)
  left join payment p on p.source_key = k.source_key and p.voided_at is null
),
judged as (
  select k.*,
         case
           when k.complaint is not null then 'wrong'
           when k.payment_id is null then 'new'
           else 'same'
         end as fate
  from known k
)
select *
from (
  select j.row, j.customer as customer_number, j.customer as customer_name, j.customer_id, j.invoice_id, j.currency, j.amount,
         j.received_on, j.reference, j.source_key, j.complaint, j.fate,
         case
           when j.fate = 'new' and j.invoice_id is not null then greatest(0, least(
             j.amount,
             j.open_amount - coalesce(sum(j.amount) over earlier, 0)))
           else 0
         end as settles
  from judged j
  window earlier as (
    partition by j.fate, j.invoice_id
    order by j.row
    rows between unbounded preceding and 1 preceding
  )
) m
where m.fate <> 'same'
