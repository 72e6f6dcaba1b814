-- Which rows would write into a period that is closed: a new bill of then, another amount or customer for one, a settlement of then?
update matched m
set complaint = case
      when m.settles > 0 and m.settled_on <= :until and m.fate = 'changed' then 'settled_on: '
      else 'issued_on: '
    end || :sentence,
    fate = 'wrong'
where m.fate = 'new' and m.issued_on <= :until
   or m.fate = 'changed'
      and least(m.issued_on, m.was_issued_on) <= :until
      and (m.issued_on, m.amount, m.currency, m.customer_id) is distinct from (m.was_issued_on, m.was_amount, m.was_currency, m.was_customer_id)
   or m.fate in ('new', 'changed') and m.settles > 0 and m.settled_on <= :until
