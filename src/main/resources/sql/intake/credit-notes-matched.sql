-- What does each credit note mean beside those that are known, and how much of a known one was used up elsewhere since?
-- Where a file tells what is left, only that comes into the book, as the invoices tell the rest by what is open of them; one that
-- is used up and not known says nothing. What the book has used beyond stays.
create temp table matched on commit drop as
with known as (
  select s.*,
         c.id as customer_id,
         n.id as credit_note_id,
         coalesce(s.told_left, s.amount) as brings,
         case when n.id is null then 0 else greatest(0, n.unapplied_amount - s.told_left) end as used,
         n.id is not null and (
           n.customer_id is distinct from c.id
           or n.issued_on <> s.issued_on
           or n.currency <> s.currency
           or n.amount > s.amount
           or s.told_left is null and n.amount <> s.amount
         ) as differs
  from staged s
  left join customer_by_number c on c.number = s.customer_number
  left join credit_note n on n.number = s.number and n.voided_at is null
)
select k.*,
       case when k.differs then 'wrong' when k.credit_note_id is null then 'new' else 'changed' end as fate,
       case
         when k.differs
           then 'number: A credit note with this number and other values is in the book. Correct the row, or cancel that one first.'
       end as complaint
from known k
where k.differs
  or k.credit_note_id is null and k.brings > 0
  or k.used > 0
