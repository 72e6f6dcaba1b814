-- Which invoices of a period reached a place on their way to being paid, or did not, and when did each reach which? The latest first.
select w.invoice_id, w.number, w.currency, w.amount, c.id as customer_id, c.number as customer_number, c.name as customer_name,
       w.issued_on, w.delivered_on, w.viewed_on, w.contacted_on, w.agreed_on, w.paid_on
from invoice_way(:fromOn, :toOn, :asOf) w
join customer c on c.org_id = (select current_org()) and c.id = w.customer_id
cross join lateral (
  select case cast(:place as text)
           when 'delivered' then w.delivered_on
           when 'viewed' then w.viewed_on
           when 'contacted' then w.contacted_on
           when 'agreed' then w.agreed_on
           when 'paid' then w.paid_on
           else w.issued_on
         end as on_date
) r
where (r.on_date is null) = (cast(:state as text) = 'not_reached')
  and (cast(:currency as text) is null or w.currency = :currency)
order by w.issued_on desc, w.invoice_id desc
limit :limit
