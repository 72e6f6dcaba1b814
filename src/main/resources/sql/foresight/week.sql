-- Of which invoices is the forecast of one week made, and how much does each add? As they stood when it was made.
select o.invoice_id, i.number, i.customer_id, c.name, i.due_on, o.currency, o.open_amount, o.made_on, o.expected_on,
       o.earliest_on, o.latest_on, o.late_percent, o.known, o.known_late, o.because, o.chances[:week] as chance,
       round(o.open_amount::numeric * o.chances[:week] / 10000)::bigint as share
from pay_outlook o
join invoice i on i.org_id = o.org_id and i.id = o.invoice_id
join customer c on c.org_id = i.org_id and c.id = i.customer_id
where o.currency = :currency and o.chances[:week] > 0
order by share desc, o.invoice_id
limit :most
