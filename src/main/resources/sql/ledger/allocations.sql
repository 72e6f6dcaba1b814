-- What settled what, from which day on, and was it taken back? The caller adds its conditions.
select a.id,
       a.invoice_id,
       i.number as invoice_number,
       i.currency,
       a.payment_id,
       a.credit_note_id,
       a.write_off_id,
       a.discount_id,
       a.deduction_id,
       a.made_by,
       a.amount,
       a.effective_on,
       a.reverses,
       r.id as reversed_by
from allocation a
join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
left join allocation r on r.org_id = a.org_id and r.reverses = a.id and r.effective_on <= :asOf
where a.effective_on <= :asOf
