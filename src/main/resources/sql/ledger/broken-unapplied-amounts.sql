-- I02, the other end: which payments and credit notes do not have left what their allocations leave?
select 'payment ' || p.id as name,
       p.unapplied_amount || ' is unapplied, its allocations leave ' || p.amount - coalesce(sum(a.amount), 0) as detail
from payment p
left join allocation a on a.org_id = p.org_id and a.payment_id = p.id
group by p.org_id, p.id
having p.unapplied_amount <> p.amount - coalesce(sum(a.amount), 0)
union all
select 'credit note ' || n.number,
       n.unapplied_amount || ' is unapplied, its allocations leave ' || n.amount - coalesce(sum(a.amount), 0)
from credit_note n
left join allocation a on a.org_id = n.org_id and a.credit_note_id = n.id
group by n.org_id, n.id
having n.unapplied_amount <> n.amount - coalesce(sum(a.amount), 0)
