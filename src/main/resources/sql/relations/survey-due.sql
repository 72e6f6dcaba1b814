-- Which customers settled an invoice by paying it in these days, who of them is to be asked how it was, how many invoices did they get
-- in a year, and when did we last ask somebody there? One row for each customer, about the invoice settled last.
with settled as (
  select distinct on (i.customer_id) i.customer_id, i.id as invoice_id, i.number
  from allocation a
  join invoice i on i.org_id = a.org_id and i.id = a.invoice_id and i.kind = 'invoice' and i.voided_at is null
  where a.effective_on between :sinceOn and :today and a.payment_id is not null and a.amount > 0
    and i.issued_on <= :today and open_of(i.id, :today) = 0
    and not exists (select from survey s where s.org_id = i.org_id and s.invoice_id = i.id)
  order by i.customer_id, a.effective_on desc, i.id desc
)
select s.customer_id, s.invoice_id, s.number, c.name as customer_name, c.number as customer_number, c.tags,
       coalesce(p.name, '') as collector, k.id as contact_id, k.name as contact_name, k.email,
       coalesce(k.language, c.language) as language,
       (select count(*)
        from invoice i
        where i.org_id = c.org_id and i.customer_id = c.id and i.kind = 'invoice' and i.voided_at is null
          and i.issued_on > :today - 365 and i.issued_on <= :today) as invoices_a_year,
       (select max(v.asked_on)
        from survey v
        where v.org_id = c.org_id and (v.customer_id = c.id or lower(v.to_address) = lower(k.email))) as asked_on
from settled s
join customer c on c.org_id = (select current_org()) and c.id = s.customer_id and c.voided_at is null
join lateral (
  select k.id, k.name, k.email, k.language
  from contact k
  where k.org_id = c.org_id and k.customer_id = c.id and k.voided_at is null and k.email is not null
    and (k.bounced_on is null or k.bounced_on > :today)
    and not exists (
      select from opt_out u
      where u.org_id = k.org_id and u.customer_id = c.id and u.channel = 'mail' and (u.contact_id is null or u.contact_id = k.id)
        and u.from_on <= :today and (u.ended_on is null or u.ended_on > :today))
  order by array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], k.role), k.id
  limit 1
) k on true
left join person p on p.id = c.owner_id
order by s.customer_id
