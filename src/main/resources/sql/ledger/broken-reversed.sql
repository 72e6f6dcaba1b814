-- I23: of which payments and credit notes that were reversed is anything left or used?
select w.kind || ' ' || w.id as name, coalesce(p.unapplied_amount, n.unapplied_amount) || ' are left of what was reversed' as detail
from withdrawal w
left join payment p on p.org_id = w.org_id and p.id = w.payment_id
left join credit_note n on n.org_id = w.org_id and n.id = w.credit_note_id
where w.kind in ('payment_reversal', 'credit_note_reversal')
  and w.reverses is null
  and not exists (select from withdrawal r where r.org_id = w.org_id and r.kind = w.kind and r.reverses = w.id)
  and (coalesce(p.unapplied_amount, n.unapplied_amount) <> 0 or w.amount <> coalesce(p.amount, n.amount))
