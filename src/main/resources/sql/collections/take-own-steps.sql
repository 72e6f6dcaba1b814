-- Which steps of a customer were a person's to do, and were done with this contact? A call takes calls; a mail or a letter takes
-- what a person was to write.
insert into step_taken (invoice_id, cycle, step, stage, taken_on, how, open_amount, strategy_version_id,
  deadline_on)
select d.invoice_id,
       case
         when b.cycle is null then 1
         when t.repeat_every_days > 0 or b.strategy_version_id is distinct from d.strategy_version_id then b.cycle + 1
         else b.cycle
       end,
       d.step, d.stage, :today, :how, i.open_amount, d.strategy_version_id,
       case when d.stage = 6 and d.code <> 'CALL_DUE' then :deadlineOn end
from decision d
join open_invoice(:today) i on i.id = d.invoice_id
left join strategy_step t on t.version_id = d.strategy_version_id and t.number = d.step
left join lateral (
  select l.cycle, l.strategy_version_id
  from step_taken l
  where l.invoice_id = d.invoice_id and l.step = d.step and l.taken_on < :today
  order by l.cycle desc
  limit 1
) b on true
where d.superseded_on is null and d.action = 'call' and d.code = any(:codes) and i.customer_id = :customer
  and (d.stage < 6 or d.code <> 'CALL_DUE' or :manager)
on conflict do nothing
