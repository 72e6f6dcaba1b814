-- I07: which reversals are not the exact opposite of what they take back, at the earliest on its day?
select 'allocation ' || r.id as name, 'is not the opposite of allocation ' || a.id as detail
from allocation r
join allocation a on a.org_id = r.org_id and a.id = r.reverses
where r.amount <> -a.amount
   or r.invoice_id <> a.invoice_id
   or (r.payment_id, r.credit_note_id, r.write_off_id) is distinct from (a.payment_id, a.credit_note_id, a.write_off_id)
   or r.effective_on < a.effective_on
   or a.reverses is not null
