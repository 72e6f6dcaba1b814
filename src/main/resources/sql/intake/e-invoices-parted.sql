-- Which of the documents are credit notes? They are matched by themselves, after the invoices.
create temp table staged_credit on commit drop as
select * from staged where credit;

delete from staged where credit;

