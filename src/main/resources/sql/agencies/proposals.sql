-- Which open invoices has the strategy proposed to hand over, and nobody has asked for yet?
select i.id, i.number, i.customer_id, c.number as customer_number, c.name as customer_name, i.due_on, i.currency, i.open_amount
from decision d
join open_invoice(:today) i on i.id = d.invoice_id
join customer c on c.id = i.customer_id
where d.superseded_on is null and d.code = 'PROPOSAL_DUE'
  and not exists (
    select
    from placement p
    where p.invoice_id = i.id and p.refused_why is null and p.recalled_on is null)
order by i.due_on, i.id
limit 200
