-- Which of tonight's steps are new, and how often was each of them taken before? One that does not repeat is taken once under a
-- version of a strategy; the same number under another version is another step.
insert into step_taken (invoice_id, cycle, step, stage, taken_on, how, message_id, open_amount, strategy_version_id,
  deadline_on)
select s.invoice_id,
       case
         when b.cycle is null then 1
         when s.repeats or b.strategy_version_id is distinct from s.strategy_version_id then b.cycle + 1
         else b.cycle
       end,
       s.step, s.stage, :today, s.how, s.message_id, s.open_amount, s.strategy_version_id, s.deadline_on
from staged_step s
left join (
  select distinct on (invoice_id, step) invoice_id, step, cycle, strategy_version_id
  from step_taken
  where taken_on < :today and invoice_id in (select invoice_id from staged_step)
  order by invoice_id, step, cycle desc
) b on b.invoice_id = s.invoice_id and b.step = s.step
on conflict do nothing
