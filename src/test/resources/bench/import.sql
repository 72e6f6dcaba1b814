-- A file of invoices into the book, by hand: staged, its customers found by their numbers, new ones written, known ones overwritten.
create temp table staged_invoice (customer_number text, number text, issued_on date, due_on date, currency char(3), amount numeric)
on commit drop;

:copy;

analyze staged_invoice;

insert into invoice (customer_id, number, issued_on, due_on, currency, amount, open_amount)
select c.id, s.number, s.issued_on, s.due_on, s.currency, s.amount * 100, s.amount * 100
from staged_invoice s
join customer c on c.number = s.customer_number and c.voided_at is null
on conflict (org_id, number) where voided_at is null do update
set customer_id = excluded.customer_id, issued_on = excluded.issued_on, due_on = excluded.due_on, currency = excluded.currency,
    amount = excluded.amount, open_amount = excluded.amount;
