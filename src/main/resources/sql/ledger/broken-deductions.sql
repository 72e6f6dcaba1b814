-- I01: which deductions that were charged back, credited or written off are not covered by a document of their amount and invoice?
select 'deduction ' || d.id as name, 'is ' || d.state || ', without a document of ' || d.amount as detail
from deduction d
where d.state = 'charged_back'
  and not exists (select from invoice c where c.org_id = d.org_id and c.id = d.chargeback_id
                    and c.amount = d.amount and c.kind = 'chargeback' and c.origin_id = d.invoice_id)
  and not exists (select from invoice_amendment m where m.org_id = d.org_id and m.invoice_id = d.chargeback_id)
   or d.state = 'credited'
  and not exists (select from credit_note n where n.org_id = d.org_id and n.id = d.credit_note_id and n.amount = d.amount)
   or d.state = 'written_off'
  and not exists (select from write_off w where w.org_id = d.org_id and w.id = d.write_off_id
                    and w.amount = d.amount and w.invoice_id = d.invoice_id)
