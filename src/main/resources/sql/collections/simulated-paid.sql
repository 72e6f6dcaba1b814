-- On which day was each invoice settled, of those that were between two days?
select i.id as invoice_id, max(a.effective_on) as paid_on
from invoice i
join allocation a on a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on <= :until
where i.org_id = (select current_org()) and i.voided_at is null
group by i.id, i.amount
having sum(a.amount) >= i.amount and max(a.effective_on) > :from
