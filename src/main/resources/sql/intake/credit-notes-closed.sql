-- Which rows would write into a period that is closed?
update matched m
set complaint = 'issued_on: ' || :sentence, fate = 'wrong'
where m.fate = 'new' and m.issued_on <= :until
