-- What happened to a customer up to a day, the oldest first; with an invoice, only what concerns it or the whole customer?
select t.*, mood_of(t.kind, t.subject_id) as mood
from customer_timeline t
where t.customer_id = :customer and t.on_date <= :asOf
  and (cast(:invoice as bigint) is null
    or t.invoice_id = :invoice
    or t.kind = 'hold' and t.invoice_id is null
    or t.kind = 'message' and t.subject_id in (select s.message_id from step_taken s where s.invoice_id = :invoice)
    or t.kind = 'payment' and t.subject_id in (select a.payment_id from allocation a where a.invoice_id = :invoice)
    or t.kind = 'credit_note' and t.subject_id in (select a.credit_note_id from allocation a where a.invoice_id = :invoice)
    or t.kind = 'promise' and (
      t.subject_id in (select p.promise_id from promise_invoice p where p.invoice_id = :invoice)
      or not exists (select from promise_invoice p where p.promise_id = t.subject_id))
    or t.kind in ('call', 'note', 'meeting', 'mail') and (
      t.subject_id in (select x.interaction_id from interaction_invoice x where x.invoice_id = :invoice)
      or not exists (select from interaction_invoice x where x.interaction_id = t.subject_id)))
order by t.on_date, t.at, t.kind, t.subject_id
