-- What does each row mean beside what is known: new, changed, the same, or impossible, and how much does it settle?
-- An amount may not fall below what is or on any day was settled, and what is settled is not moved by a file. Where a file
-- tells what is open, the rest was settled; what the book has settled beyond that stays.
create temp table matched on commit drop as
with known as (
  select s.*,
         c.id as customer_id,
         i.id as invoice_id,
         i.customer_id as was_customer_id,
         i.issued_on as was_issued_on,
         i.currency as was_currency,
         i.amount as was_amount,
         i.amount - i.open_amount as was_settled,
         p.id as payment_id,
         p.received_on as was_settled_on,
         i.customer_id is distinct from c.id
           or i.issued_on is distinct from s.issued_on
           or i.due_on is distinct from s.due_on
           or i.currency is distinct from s.currency
           or i.amount is distinct from s.amount
           or i.disputed is distinct from coalesce(s.disputed, i.disputed) as differs,
         'settled:' || s.number || coalesce(':' || s.told_open, '') as source_key,
         case
           when s.told_open is not null and q.id is null
             then greatest(0, s.amount - coalesce(i.amount - i.open_amount, 0) - s.told_open)
           when s.told_open is not null or s.settled_on is null or p.id is not null then 0
           else s.amount - coalesce(i.amount - i.open_amount, 0)
         end as settles
  from staged s
  left join customer_by_number c on c.number = s.customer_number
  left join invoice i on i.number = s.number and i.voided_at is null
  left join payment p on s.told_open is null and p.source_key = 'settled:' || s.number and p.voided_at is null
  left join payment q on q.source_key = 'settled:' || s.number || ':' || s.told_open and q.voided_at is null
),
judged as (
  select k.*,
         case
           when k.invoice_id is null or not (k.differs or k.was_settled_on is distinct from k.settled_on) then null
           when :tellsSettled and k.payment_id is not null and k.settled_on is null
             then 'settled_on: An import settled it on ' || k.was_settled_on
               || '; here it is open. Fill in that day, or undo that import first.'
           when k.payment_id is not null and k.settled_on <> k.was_settled_on
             then 'settled_on: An import settled it on ' || k.was_settled_on || '. Give that day, or undo that import first.'
           when k.payment_id is not null and k.settled_on is not null and k.amount <> k.was_amount
             then 'amount: An import settled it in full with another amount. Undo that import first.'
           when k.was_settled > 0 and k.currency <> k.was_currency
             then 'currency: Part of it is settled in ' || k.was_currency
               || ', so it stays in that currency. Take the settlement back first.'
           when k.was_settled > 0 and k.customer_id is distinct from k.was_customer_id
             then 'customer_number: Part of it is settled, so it stays with its customer.'
               || ' Take the settlement back first.'
           when k.issued_on > k.was_issued_on and exists (
             select from (
               select a.effective_on, sum(a.amount) over (order by a.effective_on) as settled
               from allocation a
               where a.invoice_id = k.invoice_id
             ) a
             where a.settled > 0 and a.effective_on < k.issued_on
           )
             then 'issued_on: Part of it was settled before this day.'
               || ' Give a day not after that, or take the settlement back first.'
           when k.amount < k.was_amount and k.amount < (
             select max(a.settled)
             from (
               select sum(a.amount) over (order by a.effective_on) as settled
               from allocation a
               where a.invoice_id = k.invoice_id
             ) a
           )
             then 'amount: More than this is or was settled of it.'
               || ' Give at least that, or take the settlement back first.'
         end as complaint
  from known k
)
select *
from (
  select j.*,
         case
           when j.complaint is not null then 'wrong'
           when j.invoice_id is null then 'new'
           when j.differs or j.settles > 0 then 'changed'
           else 'same'
         end as fate
  from judged j
) m
where m.fate <> 'same'
