-- I04: on which day was an invoice settled beyond its amount, or more used of a payment or credit note than it is worth?
select 'invoice ' || i.number as name, 'on ' || s.effective_on || ' ' || s.settled || ' of ' || i.amount || ' was settled' as detail
from (
  select a.invoice_id, a.effective_on, sum(a.amount) over (partition by a.invoice_id order by a.effective_on) as settled
  from allocation a
) s
join invoice i on i.id = s.invoice_id
where s.settled not between 0 and i.amount
union all
select 'payment ' || p.id, 'on ' || s.effective_on || ' ' || s.used || ' of ' || p.amount || ' was used'
from (
  select u.payment_id, u.effective_on, sum(u.amount) over (partition by u.payment_id order by u.effective_on) as used
  from credit_use u
  where u.payment_id is not null
) s
join payment p on p.id = s.payment_id
where s.used not between 0 and p.amount
union all
select 'credit note ' || n.number, 'on ' || s.effective_on || ' ' || s.used || ' of ' || n.amount || ' was used'
from (
  select u.credit_note_id, u.effective_on, sum(u.amount) over (partition by u.credit_note_id order by u.effective_on) as used
  from credit_use u
  where u.credit_note_id is not null
) s
join credit_note n on n.id = s.credit_note_id
where s.used not between 0 and n.amount
