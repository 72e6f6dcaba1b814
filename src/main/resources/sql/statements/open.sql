-- What is open on a day of these customers, and what can they still use? Credits stand below zero.
select f.statement_of, i.currency, 'invoice' as kind, i.number || coalesce('/' || i.line, '') as number, i.issued_on as dated_on, i.due_on,
       i.amount, i.open_amount as open, i.id
from unnest(cast(:customers as bigint[]), cast(:statements as bigint[])) f (customer_id, statement_of)
join open_line(:asOf) i on i.customer_id = f.customer_id
union all
select f.statement_of, k.currency, k.kind, k.number, k.dated_on, null, -k.amount, -k.open_amount, k.id
from unnest(cast(:customers as bigint[]), cast(:statements as bigint[])) f (customer_id, statement_of)
join open_credit(:asOf) k on k.customer_id = f.customer_id
order by statement_of, currency, due_on nulls last, dated_on, id
