-- I02, the other end: which payments and credit notes do not have left what their uses leave?
select 'payment ' || p.id as name,
       p.unapplied_amount || ' is unapplied, its uses leave ' || p.amount - coalesce(sum(u.amount), 0) as detail
from payment p
left join credit_use u on u.org_id = p.org_id and u.payment_id = p.id
group by p.org_id, p.id
having p.unapplied_amount <> p.amount - coalesce(sum(u.amount), 0)
union all
select 'credit note ' || n.number,
       n.unapplied_amount || ' is unapplied, its uses leave ' || n.amount - coalesce(sum(u.amount), 0)
from credit_note n
left join credit_use u on u.org_id = n.org_id and u.credit_note_id = n.id
group by n.org_id, n.id
having n.unapplied_amount <> n.amount - coalesce(sum(u.amount), 0)
