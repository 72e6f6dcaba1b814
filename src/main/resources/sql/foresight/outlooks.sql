-- When is each open invoice expected to be paid, and from what was that concluded?
select o.invoice_id, i.number, i.customer_id, c.name, i.due_on, i.currency, i.open_amount, o.made_on, o.expected_on,
       o.earliest_on, o.latest_on, o.late_percent, o.known, o.known_late, o.because
from pay_outlook o
join invoice i on i.org_id = o.org_id and i.id = o.invoice_id and i.open_amount > 0 and i.voided_at is null
join customer c on c.org_id = i.org_id and c.id = i.customer_id
