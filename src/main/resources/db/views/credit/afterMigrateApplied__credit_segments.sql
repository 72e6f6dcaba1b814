-- How does each customer pay, judged on a day from the invoices that fell due in the year before it, with the figures in words? What is
-- open and overdue counts as late as it is; a day counts as late from the fourth on.
create or replace function pay_segments(as_of date)
returns table (customer_id bigint, segment text, reason text)
language sql stable parallel safe as $$
  select f.customer_id,
         case when f.last_on < as_of - 180 then 'silent'
              when f.fallen_due < 3 then 'untried'
              when f.late * 10 <= f.fallen_due then 'punctual'
              when f.late * 10 <= f.fallen_due * 4 then 'mostly_on_time'
              when f.days > 30 then 'very_late'
              else 'often_late' end,
         case when f.last_on < as_of - 180 then 'no invoice since ' || to_char(f.last_on, 'FMDD FMMon YYYY')
              when f.fallen_due < 3 then f.fallen_due || ' invoices fell due within a year'
              else f.late || ' of ' || f.fallen_due || ' invoices of a year late, ' || f.days || ' days on average' end
  from (
    select n.customer_id, max(n.issued_on) as last_on,
           count(*) filter (where n.is_due) as fallen_due,
           count(*) filter (where n.is_due and n.days_late > 3) as late,
           coalesce(round(avg(greatest(n.days_late, 0)) filter (where n.is_due)), 0)::int as days
    from (
      select i.customer_id, i.issued_on,
             i.due_on > as_of - 365 and (s.settled >= i.amount or i.due_on < as_of) as is_due,
             case when s.settled >= i.amount then s.settled_on else as_of end - i.due_on as days_late
      from invoice i
      left join (
        select a.invoice_id, sum(a.amount) as settled, max(a.effective_on) as settled_on
        from allocation a
        where a.org_id = (select current_org()) and a.effective_on <= as_of
        group by a.invoice_id
      ) s on s.invoice_id = i.id
      where i.org_id = (select current_org()) and i.voided_at is null and i.kind = 'invoice' and i.issued_on <= as_of
    ) n
    group by n.customer_id
  ) f
$$;
grant execute on function pay_segments to ${app_role};
