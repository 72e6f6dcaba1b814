-- What of an invoice is not settled on a day? For single invoices; for all of them open_invoice is asked.
create or replace function open_of(invoice bigint, as_of date) returns bigint
language sql stable parallel safe as $$
  select case when i.voided_at is null then i.open_amount else 0 end + coalesce((
    select sum(a.amount)
    from allocation a
    where a.org_id = i.org_id and a.invoice_id = i.id and a.effective_on > as_of), 0)::bigint
  from invoice i
  where i.org_id = (select current_org()) and i.id = invoice
$$;

-- How do running payment plans stand on a day? What was paid is what its invoices are less open by since the plan was proposed,
-- and money of the customer that came since then and waits to be applied. The line asked for is the first that this does not reach,
-- within the organisation's tolerance; none when all are reached.
create or replace function plan_standing(as_of date)
returns table (plan_id bigint, customer_id bigint, currency char(3), amount bigint, paid bigint,
               line int, due_on date, missing bigint, last_day date)
language sql stable parallel safe as $$
  select p.id, p.customer_id, p.currency, p.amount, m.paid, l.line, l.due_on, l.upto - m.paid, l.due_on + p.grace_days
  from plan p
  cross join lateral (
    select p.amount - coalesce(sum(least(n.amount, open_of(n.invoice_id, as_of))), 0)::bigint + coalesce((
      select sum(y.unapplied_amount)
      from payment y
      where y.org_id = p.org_id and y.customer_id = p.customer_id and y.currency = p.currency and y.voided_at is null
        and y.unapplied_amount > 0 and y.received_on between p.proposed_on and as_of), 0)::bigint as paid
    from plan_invoice n
    where n.org_id = p.org_id and n.plan_id = p.id
  ) m
  left join lateral (
    select x.line, x.due_on, x.upto
    from (
      select l.line, l.due_on, sum(l.amount) over (order by l.line)::bigint as upto
      from plan_line l
      where l.org_id = p.org_id and l.plan_id = p.id
    ) x
    where x.upto > m.paid + (select o.tolerance from organisation o where o.id = p.org_id)
    order by x.line
    limit 1
  ) l on true
  where p.org_id = (select current_org()) and p.accepted_on <= as_of and (p.ended_on is null or p.ended_on > as_of)
$$;

-- What is being talked about on single invoices, beside what concerns the whole customer: a promise that names them, a plan,
-- a plan that was broken, a question that waits for its answer. One row for each invoice.
create or replace function invoice_matter(as_of date)
returns table (invoice_id bigint, promised bigint, promised_for date, promised_until date,
               plan_missing bigint, plan_due_on date, plan_until date, plan_broken_on date,
               asked_on date, answer_by date)
language sql stable parallel safe as $$
  select m.invoice_id, max(m.promised)::bigint, max(m.promised_for), max(m.promised_until),
         max(m.plan_missing)::bigint, max(m.plan_due_on), max(m.plan_until), max(m.plan_broken_on), min(m.asked_on), min(m.answer_by)
  from (
    select n.invoice_id, p.amount as promised, p.due_on as promised_for, p.due_on + p.grace_days as promised_until,
           null::bigint as plan_missing, null::date as plan_due_on, null::date as plan_until, null::date as plan_broken_on,
           null::date as asked_on, null::date as answer_by
    from promise p
    join promise_invoice n on n.org_id = p.org_id and n.promise_id = p.id
    where p.org_id = (select current_org()) and p.made_on <= as_of and (p.state = 'open' or p.settled_on > as_of)
    union all
    select n.invoice_id, null, null, null, s.missing, s.due_on, s.last_day, null, null, null
    from plan_standing(as_of) s
    join plan_invoice n on n.org_id = (select current_org()) and n.plan_id = s.plan_id
    where s.line is not null
    union all
    select n.invoice_id, null, null, null, null, null, null, p.ended_on, null, null
    from plan p
    join plan_invoice n on n.org_id = p.org_id and n.plan_id = p.id
    where p.org_id = (select current_org()) and p.state = 'broken' and p.ended_on <= as_of
    union all
    select q.invoice_id, null, null, null, null, null, null, null, q.asked_on, q.due_on
    from question q
    where q.org_id = (select current_org()) and q.invoice_id is not null
      and q.asked_on <= as_of and (q.answered_on is null or q.answered_on > as_of)
    union all
    select i.id, null, null, null, null, null, null, null, q.asked_on, q.due_on
    from question q
    join invoice i on i.org_id = q.org_id and i.customer_id = q.customer_id
    where q.org_id = (select current_org()) and q.invoice_id is null
      and q.asked_on <= as_of and (q.answered_on is null or q.answered_on > as_of)
  ) m
  group by m.invoice_id
$$;
grant execute on function open_of, plan_standing, invoice_matter to ${app_role};
