-- What left payments and credit notes other than by settling invoices, from which day on, and was it taken back? The caller adds
-- its conditions.
select w.kind,
       w.id,
       w.payment_id,
       w.credit_note_id,
       coalesce(p.currency, n.currency) as currency,
       w.amount,
       w.effective_on,
       w.reason,
       w.reverses,
       r.id as reversed_by
from withdrawal w
left join payment p on p.org_id = w.org_id and p.id = w.payment_id
left join credit_note n on n.org_id = w.org_id and n.id = w.credit_note_id
left join withdrawal r on r.org_id = w.org_id and r.kind = w.kind and r.reverses = w.id and r.effective_on <= :asOf
where w.effective_on <= :asOf
