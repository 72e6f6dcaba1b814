-- I03: of which facts do the postings not balance in a currency?
select p.kind || ' ' || p.fact_id || ' in ' || p.currency as name, 'its postings sum to ' || sum(p.amount) as detail
from posting p
where p.known_until = 'infinity'
group by p.kind, p.fact_id, p.currency
having sum(p.amount) <> 0
