-- I01: of which payments, credit notes, write-offs, discounts and chargebacks is more used than they are worth?
select 'payment ' || p.id as name, sum(u.amount) || ' of ' || p.amount || ' are used' as detail
from payment p
join credit_use u on u.org_id = p.org_id and u.payment_id = p.id
group by p.org_id, p.id
having sum(u.amount) not between 0 and p.amount
union all
select 'credit note ' || n.number, sum(u.amount) || ' of ' || n.amount || ' are used'
from credit_note n
join credit_use u on u.org_id = n.org_id and u.credit_note_id = n.id
group by n.org_id, n.id
having sum(u.amount) not between 0 and n.amount
union all
select 'write-off ' || w.id, coalesce(sum(a.amount), 0) || ' of ' || w.amount || ' are allocated'
from write_off w
left join allocation a on a.org_id = w.org_id and a.write_off_id = w.id
group by w.org_id, w.id
having coalesce(sum(a.amount), 0) not in (0, w.amount)
union all
select 'discount ' || d.id, coalesce(sum(a.amount), 0) || ' of ' || d.amount || ' are allocated'
from discount_taken d
left join allocation a on a.org_id = d.org_id and a.discount_id = d.id
group by d.org_id, d.id
having coalesce(sum(a.amount), 0) not in (0, d.amount)
union all
select 'deduction ' || d.id, coalesce(sum(a.amount), 0) || ' of ' || d.amount || ' are allocated, it is ' || d.state
from deduction d
left join allocation a on a.org_id = d.org_id and a.deduction_id = d.id
group by d.org_id, d.id
having coalesce(sum(a.amount), 0) <> case when d.state = 'charged_back' then d.amount else 0 end
