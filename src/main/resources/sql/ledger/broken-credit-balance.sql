-- I06: in which currencies does what is unapplied on a day differ from what came in less what was used?
with fact as (
  select p.currency, p.amount
  from payment p
  where p.voided_at is null and p.received_on <= :asOf
  union all
  select n.currency, n.amount
  from credit_note n
  where n.voided_at is null and n.issued_on <= :asOf
  union all
  select coalesce(p.currency, n.currency), -u.amount
  from credit_use u
  left join payment p on p.org_id = u.org_id and p.id = u.payment_id
  left join credit_note n on n.org_id = u.org_id and n.id = u.credit_note_id
  where u.effective_on <= :asOf and p.voided_at is null and n.voided_at is null
),
balance as (
  select f.currency, sum(f.amount) as amount from fact f group by f.currency
),
credit as (
  select o.currency, sum(o.open_amount) as amount from open_credit(:asOf) o group by o.currency
)
select 'credits in ' || b.currency as name,
       'the credits sum to ' || coalesce(c.amount, 0) || ', the facts to ' || b.amount || ' as of ' || cast(:asOf as date) as detail
from balance b
left join credit c on c.currency = b.currency
where coalesce(c.amount, 0) <> b.amount
