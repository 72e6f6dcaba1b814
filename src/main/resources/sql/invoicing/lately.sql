-- What were these customers billed of late, the latest twelve of each customer and currency?
select customer_id, number, issued_on, amount, currency
from (
  select i.customer_id, i.number, i.issued_on, i.amount, i.currency,
    row_number() over (partition by i.customer_id, i.currency order by i.issued_on desc, i.id desc) as nth
  from invoice i
  where i.customer_id = any(:customers) and i.voided_at is null and i.kind = 'invoice' and i.issued_on <= :today
) as latest
where nth <= 12
order by customer_id, issued_on desc
