-- What does each credit note mean beside those that are known? It stands behind the matching of the invoices.
;

-- One with the same number and other values is not taken.
insert into matched
  (row, customer_number, customer_name, number, issued_on, due_on, currency, amount, credit, reference, document, customer_id,
   settles, fate, complaint)
select s.row, s.customer_number, s.customer_name, s.number, s.issued_on, s.due_on, s.currency, s.amount, true, s.reference,
       s.document, c.id, 0,
       case when n.id is null then 'credit' else 'wrong' end,
       case when n.id is not null then 'number: A credit note with this number and other values is in the book. Take that one back first.' end
from staged_credit s
left join customer c on c.number = s.customer_number and c.voided_at is null
left join credit_note n on n.number = s.number and n.voided_at is null
cross join lateral (
  select n.customer_id is distinct from c.id
    or n.issued_on <> s.issued_on
    or n.currency <> s.currency
    or n.amount <> s.amount as differs
) k
where n.id is null or k.differs;

-- Whoever counts the rows counts these too.
insert into staged
select * from staged_credit
