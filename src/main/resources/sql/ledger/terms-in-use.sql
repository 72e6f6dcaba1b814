-- Which terms are there, what does each name say on a day, and how many customers and invoices go by it?
select distinct on (t.name)
       t.*,
       (
         select count(*)
         from customer c
         join terms u on u.org_id = c.org_id and u.id = c.terms_id
         where u.name = t.name and c.voided_at is null
       ) as customers,
       (
         select count(*)
         from invoice i
         join terms u on u.org_id = i.org_id and u.id = i.terms_id
         where u.name = t.name and i.voided_at is null
       ) as invoices
from terms t
order by t.name, (t.valid_from <= :on) desc, case when t.valid_from <= :on then t.valid_from end desc nulls last, t.version desc
