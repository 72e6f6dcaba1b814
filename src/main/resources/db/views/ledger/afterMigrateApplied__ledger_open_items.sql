-- From when on is the first instalment due that is not settled yet, when so much of its invoice is? Null without instalments.
create or replace function first_open_due(invoice bigint, settled bigint) returns date
language sql stable parallel safe as $$
  select min(n.due_on)
  from (
    select l.due_on, sum(l.amount) over (order by l.line) as upto
    from instalment l
    where l.org_id = (select current_org()) and l.invoice_id = invoice
  ) n
  where n.upto > settled
$$;

-- The one definition of "open". As of a day d: the open column plus whatever was allocated with an effective date after d;
-- what is issued or received after d does not exist yet. Two branches, so that the first keeps its covering index.
-- An invoice with instalments is due when the first of them is that is not settled.
create or replace function open_invoice(as_of date)
returns table (id bigint, customer_id bigint, number text, issued_on date, due_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  select i.id, i.customer_id, i.number, i.issued_on,
         case when i.scheduled then first_open_due(i.id, i.amount - i.open_amount - coalesce(later.amount, 0)) else i.due_on end,
         i.currency, i.amount, i.open_amount + coalesce(later.amount, 0)
  from invoice i
  left join (
    select a.invoice_id, sum(a.amount)::bigint as amount
    from allocation a
    where a.org_id = (select current_org()) and a.effective_on > as_of
    group by a.invoice_id
  ) later on later.invoice_id = i.id
  where i.org_id = (select current_org())
    and i.open_amount > 0 and i.voided_at is null and i.issued_on <= as_of
    and i.open_amount + coalesce(later.amount, 0) > 0
  union all
  select i.id, i.customer_id, i.number, i.issued_on,
         case when i.scheduled then first_open_due(i.id, i.amount - later.amount) else i.due_on end,
         i.currency, i.amount, later.amount
  from (
    select a.invoice_id, sum(a.amount)::bigint as amount
    from allocation a
    where a.org_id = (select current_org()) and a.effective_on > as_of
    group by a.invoice_id
    having sum(a.amount) > 0
  ) later
  join invoice i on i.org_id = (select current_org()) and i.id = later.invoice_id
  where i.open_amount = 0 and i.voided_at is null and i.issued_on <= as_of
$$;

-- What is open by the day it falls due: an invoice, or each of its instalments, of which the earliest are settled first.
create or replace function open_line(as_of date)
returns table (id bigint, customer_id bigint, number text, line int, issued_on date, due_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  select o.id, o.customer_id, o.number, n.line, o.issued_on, coalesce(n.due_on, o.due_on), o.currency, coalesce(n.amount, o.amount),
         coalesce(least(n.amount, n.upto - (o.amount - o.open_amount)), o.open_amount)
  from open_invoice(as_of) o
  left join (
    select l.invoice_id, l.line, l.due_on, l.amount, sum(l.amount) over (partition by l.invoice_id order by l.line)::bigint as upto
    from instalment l
    where l.org_id = (select current_org())
  ) n on n.invoice_id = o.id and n.upto > o.amount - o.open_amount
$$;

-- Money and credit notes not yet used, as of a day, by the same rule. The customer is null while the payer is unknown.
create or replace function open_credit(as_of date)
returns table (kind text, id bigint, customer_id bigint, number text, dated_on date, currency char(3), amount bigint, open_amount bigint)
language sql stable parallel safe as $$
  with later as (
    select u.payment_id, u.credit_note_id, sum(u.amount)::bigint as amount
    from credit_use u
    where u.org_id = (select current_org()) and u.effective_on > as_of
    group by u.payment_id, u.credit_note_id
  )
  select 'payment', p.id, case when p.identified_on > as_of then null else p.customer_id end, coalesce(p.reference, ''), p.received_on,
         p.currency, p.amount, p.unapplied_amount + coalesce(l.amount, 0)
  from (
    select u.id from payment u where u.org_id = (select current_org()) and u.unapplied_amount > 0 and u.voided_at is null
    union
    select l.payment_id from later l where l.payment_id is not null
  ) candidate
  join payment p on p.org_id = (select current_org()) and p.id = candidate.id
  left join later l on l.payment_id = p.id
  where p.voided_at is null and p.received_on <= as_of and p.unapplied_amount + coalesce(l.amount, 0) > 0
  union all
  select 'credit_note', c.id, c.customer_id, c.number, c.issued_on, c.currency, c.amount,
         c.unapplied_amount + coalesce(l.amount, 0)
  from (
    select u.id from credit_note u where u.org_id = (select current_org()) and u.unapplied_amount > 0 and u.voided_at is null
    union
    select l.credit_note_id from later l where l.credit_note_id is not null
  ) candidate
  join credit_note c on c.org_id = (select current_org()) and c.id = candidate.id
  left join later l on l.credit_note_id = c.id
  where c.voided_at is null and c.issued_on <= as_of and c.unapplied_amount + coalesce(l.amount, 0) > 0
$$;
grant execute on function first_open_due, open_invoice, open_line, open_credit to ${app_role};
