-- Which of these customers must not be asked how it was, and why? Nobody is asked for praise while something is overdue, contested,
-- unanswered or agreed otherwise.
select r.customer_id, r.reason
from (
  select c.id as customer_id,
         case
           when exists (select from open_invoice(:today) i where i.customer_id = c.id and i.due_on < :today)
             then 'Something is overdue.'
           when exists (
               select
               from dispute d
               join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
               where i.customer_id = c.id and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today))
             or exists (select from open_invoice(:today) o join invoice i on i.id = o.id where o.customer_id = c.id and i.disputed)
             then 'Something is disputed.'
           when exists (
               select
               from question q
               where q.customer_id = c.id and q.asked_on <= :today and (q.answered_on is null or q.answered_on > :today))
             then 'A question waits for its answer.'
           when exists (
               select
               from received_mail r
               where r.customer_id = c.id and r.received_on <= :today and r.writer = 'person'
                 and (r.settled_on is null or r.settled_on > :today))
             then 'A mail of theirs has not been read yet.'
           when exists (
               select
               from hold h
               where h.customer_id = c.id and :today between h.from_on and h.until_on and (h.ended_on is null or h.ended_on > :today))
             then 'They are on hold.'
           when exists (
               select
               from condition n
               where n.customer_id = c.id and n.kind <> 'direct_debit' and n.from_on <= :today
                 and (n.ended_on is null or n.ended_on > :today))
             then 'They are left in peace for another reason.'
           when c.contact_mode = 'manual' then 'Nothing is sent to them automatically.'
         end as reason
  from customer c
  where c.id in (:customers)
) r
where r.reason is not null
