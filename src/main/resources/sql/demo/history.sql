-- What did a customer buy before the story, under which terms, which money settled it, and which discounts went with that money?
with bill as (
  insert into invoice (customer_id, number, issued_on, due_on, currency, amount, open_amount, terms_id)
  select b.customer_id, b.number, b.issued_on, b.due_on, :currency, b.amount,
         b.amount - coalesce((select sum(m.amount + m.discount) from staged_past_money m where m.number = b.number), 0),
         (
           select v.id
           from customer c
           join terms t on t.id = c.terms_id
           join terms v on v.name = t.name and v.valid_from <= b.issued_on
           where c.id = b.customer_id
           order by v.valid_from desc, v.version desc
           limit 1
         )
  from staged_past_bill b
  order by b.number
  returning id, customer_id, number
),
money as (
  insert into payment (customer_id, received_on, currency, amount, unapplied_amount, reference, source_key)
  select b.customer_id, m.on_day, :currency, m.amount, 0, m.number, m.source_key
  from staged_past_money m
  join staged_past_bill b on b.number = m.number
  order by m.source_key
  returning id, source_key
),
discount as (
  insert into discount_taken (invoice_id, payment_id, amount, earned, taken_on)
  select b.id, p.id, m.discount, true, m.on_day
  from staged_past_money m
  join bill b on b.number = m.number
  join money p on p.source_key = m.source_key
  where m.discount > 0
  returning id, invoice_id, amount, taken_on
)
insert into allocation (invoice_id, payment_id, discount_id, amount, effective_on)
select b.id, p.id, null, m.amount, m.on_day
from staged_past_money m
join bill b on b.number = m.number
join money p on p.source_key = m.source_key
union all
select d.invoice_id, null, d.id, d.amount, d.taken_on
from discount d;
