-- What was done in this organisation after an entry of its audit chain, by whom, and which customer does it concern?
select e.seq,
       e.actor,
       case e.subject
         when 'customer' then e.subject_id
         when 'invoice' then (select i.customer_id from invoice i where i.id = e.subject_id)
         when 'payment' then (select p.customer_id from payment p where p.id = e.subject_id)
         when 'message' then (select m.customer_id from message m where m.id = e.subject_id)
       end as customer_id
from audit_entry e
where e.seq > :after and e.subject not in ('person', 'key')
order by e.seq
limit :limit
