-- What was known at a moment: a fact from when it was recorded until it was voided, an invoice in the version it had then.
create or replace view invoice_version with (security_invoker = true) as
select i.org_id, i.id as invoice_id, i.customer_id, i.number, i.kind, i.issued_on, i.due_on, i.currency, i.amount,
       coalesce(last.known_until, i.recorded_at) as known_from,
       coalesce(i.voided_at, 'infinity') as known_until,
       case when i.scheduled then (
         select array_agg(l.due_on order by l.line) from instalment l where l.org_id = i.org_id and l.invoice_id = i.id
       ) end as instalment_due,
       case when i.scheduled then (
         select array_agg(l.amount order by l.line) from instalment l where l.org_id = i.org_id and l.invoice_id = i.id
       ) end as instalment_amount
from invoice i
left join (
  select m.org_id, m.invoice_id, max(m.known_until) as known_until
  from invoice_amendment m
  group by m.org_id, m.invoice_id
) last on last.org_id = i.org_id and last.invoice_id = i.id
union all
select m.org_id, m.invoice_id, m.customer_id, i.number, i.kind, m.issued_on, m.due_on, m.currency, m.amount,
       coalesce(lag(m.known_until) over (partition by m.org_id, m.invoice_id order by m.known_until, m.id), i.recorded_at),
       m.known_until, m.instalment_due, m.instalment_amount
from invoice_amendment m
join invoice i on i.org_id = m.org_id and i.id = m.invoice_id;
grant select on invoice_version to ${app_role};

-- Whose a payment was thought to be, from which moment until which. Null while nobody knew.
create or replace view payment_owner with (security_invoker = true) as
select p.org_id, p.id as payment_id, p.customer_id, p.identified_on,
       case when p.identified_on is null then '-infinity' else coalesce(p.identified_at, p.recorded_at) end as known_from,
       timestamptz 'infinity' as known_until
from payment p
union all
select p.org_id, p.id, null, null, '-infinity', p.identified_at
from payment p
where p.identified_at is not null;
grant select on payment_owner to ${app_role};

-- open_invoice(as_of) as it would have answered at a moment, from the facts alone.
create or replace function open_invoice_known(as_of date, known_at timestamptz)
returns table (id bigint, customer_id bigint, number text, issued_on date, due_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  select v.invoice_id, v.customer_id, v.number, v.issued_on,
         case when v.instalment_due is null then v.due_on else (
           select min(n.due_on)
           from (
             select l.due_on, sum(l.amount) over (order by l.line) as upto
             from unnest(v.instalment_due, v.instalment_amount) with ordinality l (due_on, amount, line)
           ) n
           where n.upto > coalesce(settled.amount, 0)
         ) end,
         v.currency, v.amount, v.amount - coalesce(settled.amount, 0)
  from invoice_version v
  left join (
    select a.invoice_id, sum(a.amount)::bigint as amount
    from allocation a
    where a.org_id = (select current_org()) and a.effective_on <= as_of and a.recorded_at <= known_at
    group by a.invoice_id
  ) settled on settled.invoice_id = v.invoice_id
  where v.org_id = (select current_org())
    and v.known_from <= known_at and v.known_until > known_at and v.issued_on <= as_of
    and v.amount - coalesce(settled.amount, 0) > 0
$$;

-- open_line(as_of) as it would have answered at a moment.
create or replace function open_line_known(as_of date, known_at timestamptz)
returns table (id bigint, customer_id bigint, number text, line int, issued_on date, due_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  select o.id, o.customer_id, o.number, n.line, o.issued_on, coalesce(n.due_on, o.due_on), o.currency, coalesce(n.amount, o.amount),
         coalesce(least(n.amount, n.upto - (o.amount - o.open_amount)), o.open_amount)
  from open_invoice_known(as_of, known_at) o
  left join (
    select v.invoice_id, l.line::int, l.due_on, l.amount, sum(l.amount) over (partition by v.invoice_id order by l.line)::bigint as upto
    from invoice_version v
    cross join unnest(v.instalment_due, v.instalment_amount) with ordinality l (due_on, amount, line)
    where v.org_id = (select current_org()) and v.known_from <= known_at and v.known_until > known_at
  ) n on n.invoice_id = o.id and n.upto > o.amount - o.open_amount
$$;

-- open_credit(as_of) as it would have answered at a moment.
create or replace function open_credit_known(as_of date, known_at timestamptz)
returns table (kind text, id bigint, customer_id bigint, number text, dated_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  with used as (
    select u.payment_id, u.credit_note_id, sum(u.amount)::bigint as amount
    from credit_use u
    where u.org_id = (select current_org()) and u.effective_on <= as_of and u.recorded_at <= known_at
    group by u.payment_id, u.credit_note_id
  )
  select 'payment', p.id, case when o.identified_on > as_of then null else o.customer_id end, coalesce(p.reference, ''),
         p.received_on, p.currency, p.amount, p.amount - coalesce(u.amount, 0)
  from payment p
  join payment_owner o on o.org_id = p.org_id and o.payment_id = p.id and o.known_from <= known_at and o.known_until > known_at
  left join used u on u.payment_id = p.id
  where p.org_id = (select current_org()) and p.received_on <= as_of
    and p.recorded_at <= known_at and coalesce(p.voided_at, 'infinity') > known_at
    and p.amount - coalesce(u.amount, 0) > 0
  union all
  select 'credit_note', c.id, c.customer_id, c.number, c.issued_on, c.currency, c.amount, c.amount - coalesce(u.amount, 0)
  from credit_note c
  left join used u on u.credit_note_id = c.id
  where c.org_id = (select current_org()) and c.issued_on <= as_of
    and c.recorded_at <= known_at and coalesce(c.voided_at, 'infinity') > known_at
    and c.amount - coalesce(u.amount, 0) > 0
$$;

-- What a transaction records bears the moment it began. A moment can be asked about once everything that began by then is through;
-- waits three seconds for it and answers whether it is. Only then does the same question always get the same answer.
create or replace function await_known(known_at timestamptz) returns boolean language plpgsql volatile as $$
begin
  for attempt in 1..150 loop
    if not exists (
      select from pg_stat_activity a
      where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start <= known_at
        and a.backend_type = 'client backend' and a.usename = current_user
    ) then
      return true;
    end if;
    perform pg_sleep(0.02);
    perform pg_stat_clear_snapshot();
  end loop;
  return false;
end $$;

-- Takes the book for closing without standing in anybody's way: acts that are writing go on, and nobody waits behind the attempt.
create or replace function take_book() returns boolean language plpgsql volatile as $$
begin
  for attempt in 1..250 loop
    if pg_try_advisory_xact_lock(hashtext('period'), current_org()) then
      return true;
    end if;
    perform pg_sleep(0.02);
  end loop;
  return false;
end $$;
grant execute on function open_invoice_known, open_line_known, open_credit_known, await_known, take_book to ${app_role};
