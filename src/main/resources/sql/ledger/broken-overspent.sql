-- I01: which payments, credit notes and write-offs settle more than they are worth?
select 'payment ' || p.id as name, sum(a.amount) || ' of ' || p.amount || ' are allocated' as detail
from payment p
join allocation a on a.org_id = p.org_id and a.payment_id = p.id
group by p.org_id, p.id
having sum(a.amount) not between 0 and p.amount
union all
select 'credit note ' || n.number, sum(a.amount) || ' of ' || n.amount || ' are allocated'
from credit_note n
join allocation a on a.org_id = n.org_id and a.credit_note_id = n.id
group by n.org_id, n.id
having sum(a.amount) not between 0 and n.amount
union all
select 'write-off ' || w.id, coalesce(sum(a.amount), 0) || ' of ' || w.amount || ' are allocated'
from write_off w
left join allocation a on a.org_id = w.org_id and a.write_off_id = w.id
group by w.org_id, w.id
having coalesce(sum(a.amount), 0) not in (0, w.amount)
