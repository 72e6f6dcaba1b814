-- Which of these letters were written by hand, so that no step stands behind them, and speak of an invoice that is no longer open or
-- is disputed since?
select m.id, min(n.number) as number
from message m
cross join lateral jsonb_array_elements_text(m.model -> 'numbers') as n (number)
where m.id = any (cast(:messages as bigint[])) and m.channel = 'letter' and m.kind = 'reminder'
  and not exists (select from step_taken t where t.message_id = m.id)
  and not exists (
    select
    from open_invoice(:today) i
    where i.number = n.number
      and not exists (
        select from dispute d where d.invoice_id = i.id and d.opened_on <= :today and (d.closed_on is null or d.closed_on > :today)))
group by m.id
