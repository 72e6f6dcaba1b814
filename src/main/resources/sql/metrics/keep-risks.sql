-- With whom is most at stake: overdue, times the chance that it is not paid within sixty days? The twenty-five largest of each
-- currency. Where nothing is foretold of an invoice, all of it is at stake.
insert into book_risk (currency, customer_id, open, overdue, at_stake, oldest_due_on)
select t.currency, t.customer_id, t.open, t.overdue, t.at_stake, t.oldest_due_on
from (
  select o.currency, o.customer_id, sum(o.open_amount) as open,
         sum(o.open_amount) filter (where o.due_on < :lastOn) as overdue,
         round(sum(o.open_amount * (10000 - coalesce(f.paid, 0)) / 10000.0) filter (where o.due_on < :lastOn)) as at_stake,
         min(o.due_on) as oldest_due_on,
         row_number() over (
           partition by o.currency
           order by sum(o.open_amount * (10000 - coalesce(f.paid, 0))) filter (where o.due_on < :lastOn) desc nulls last, o.customer_id
         ) as place
  from open_line(:lastOn) o
  left join (
    select p.invoice_id, (select sum(c.chance) from unnest(p.chances) with ordinality c (chance, week) where c.week <= 9) as paid
    from pay_outlook p
  ) f on f.invoice_id = o.id
  group by o.currency, o.customer_id
) t
where t.overdue > 0 and t.place <= 25
