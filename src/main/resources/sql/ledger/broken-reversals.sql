-- I07: which reversals are not the exact opposite of what they take back, at the earliest on its day?
select 'allocation ' || r.id as name, 'is not the opposite of allocation ' || a.id as detail
from allocation r
join allocation a on a.org_id = r.org_id and a.id = r.reverses
where r.amount <> -a.amount
   or r.invoice_id <> a.invoice_id
   or (r.payment_id, r.credit_note_id, r.write_off_id, r.discount_id, r.deduction_id)
      is distinct from (a.payment_id, a.credit_note_id, a.write_off_id, a.discount_id, a.deduction_id)
   or r.effective_on < a.effective_on
   or a.reverses is not null
union all
select r.kind || ' ' || r.id, 'is not the opposite of ' || w.kind || ' ' || w.id
from withdrawal r
join withdrawal w on w.org_id = r.org_id and w.kind = r.kind and w.id = r.reverses
where r.amount <> -w.amount
   or (r.payment_id, r.credit_note_id) is distinct from (w.payment_id, w.credit_note_id)
   or r.effective_on < w.effective_on
   or w.reverses is not null
