-- I04: what takes effect before both its ends exist?
select 'allocation ' || a.id as name, 'settles invoice ' || i.number || ' on ' || a.effective_on || ', before it was issued' as detail
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
where a.effective_on < i.issued_on and a.reverses is null
  and not exists (select from invoice_amendment m where m.org_id = i.org_id and m.invoice_id = i.id)
union all
select 'payment ' || p.id, 'is used on ' || u.effective_on || ', before it came in or its payer was known'
from credit_use u
join payment p on p.org_id = u.org_id and p.id = u.payment_id
where u.effective_on < p.received_on
   or u.effective_on < p.identified_on
      and exists (select from allocation a where a.org_id = p.org_id and a.payment_id = p.id and a.effective_on < p.identified_on)
union all
select 'credit note ' || n.number, 'is used on ' || u.effective_on || ', before it was issued'
from credit_use u
join credit_note n on n.org_id = u.org_id and n.id = u.credit_note_id
where u.effective_on < n.issued_on
