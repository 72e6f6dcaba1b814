-- Which rows would write into a period that is closed?
update matched m
set complaint = 'received_on: ' || :sentence, fate = 'wrong'
where m.fate = 'new' and m.received_on <= :until
