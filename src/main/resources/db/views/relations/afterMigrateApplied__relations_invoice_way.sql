-- How many days lie between two days, none when the second comes first? Null when one of them is not known.
create or replace function days_since(first_on date, then_on date) returns int
language sql immutable parallel safe as $$
  select (then_on > first_on)::int * (then_on - first_on)
$$;
grant execute on function days_since to ${app_role};

-- How far has each invoice issued in a period come on its way to being paid, and when did it first reach each place, as of a day?
-- Delivered is evidence of grade 3 or more, viewed by a person of grade 4 or 5; contacted is a step taken or somebody reached; promised
-- or disputed includes a plan that was agreed; paid is settled in full with money. What names no invoice concerns all not settled yet.
create or replace function invoice_way(from_on date, to_on date, as_of date)
returns table (invoice_id bigint, customer_id bigint, number text, currency char(3), amount bigint, issued_on date, delivered_on date,
               viewed_on date, contacted_on date, agreed_on date, paid_on date)
language sql stable parallel safe as $$
  with issued as materialized (
    select i.id, i.customer_id, i.number, i.currency, i.amount, i.issued_on
    from invoice i
    where i.org_id = (select current_org()) and i.kind = 'invoice' and i.voided_at is null
      and i.issued_on between from_on and least(to_on, as_of)
  ),
  evidence as (
    select e.invoice_id, min(e.happened_on) filter (where e.grade >= 3) as delivered_on,
           min(e.happened_on) filter (where e.grade in (4, 5)) as viewed_on
    from delivery_evidence e
    where e.org_id = (select current_org()) and e.happened_on <= as_of and e.grade >= 3
    group by e.invoice_id
  ),
  reached as (
    select x.id, x.customer_id, x.happened_on, n.invoice_id
    from interaction x
    left join interaction_invoice n on n.org_id = x.org_id and n.interaction_id = x.id
    where x.org_id = (select current_org()) and x.kind <> 'note' and x.direction = 'out' and x.happened_on between from_on and as_of
      and x.outcome not in ('no_answer', 'voicemail', 'wrong_person')
  ),
  money as (
    select a.invoice_id, sum(a.amount) as settled, bool_or(a.payment_id is not null) as by_money, max(a.effective_on) as last_on
    from allocation a
    where a.org_id = (select current_org()) and a.effective_on between from_on and as_of
    group by a.invoice_id
  ),
  contact as (
    select c.invoice_id, min(c.on_date) filter (where not c.is_loose) as on_date, min(c.on_date) filter (where c.is_loose) as loose_on
    from (
      select t.invoice_id, t.taken_on as on_date, false as is_loose
      from step_taken t
      where t.org_id = (select current_org()) and t.taken_on between from_on and as_of
      union all
      select r.invoice_id, r.happened_on, false
      from reached r
      where r.invoice_id is not null
      union all
      select i.id, min(r.happened_on), true
      from (select distinct r.customer_id, r.happened_on from reached r where r.invoice_id is null) r
      join issued i on i.customer_id = r.customer_id and i.issued_on <= r.happened_on
      group by i.id
    ) c
    group by c.invoice_id
  ),
  agreed as (
    select g.invoice_id, min(g.on_date) filter (where not g.is_loose) as on_date, min(g.on_date) filter (where g.is_loose) as loose_on
    from (
      select n.invoice_id, p.made_on as on_date, false as is_loose
      from promise p
      join promise_invoice n on n.org_id = p.org_id and n.promise_id = p.id
      where p.org_id = (select current_org()) and p.made_on between from_on and as_of
      union all
      select i.id, p.made_on, true
      from promise p
      join issued i on i.customer_id = p.customer_id and i.currency = p.currency and i.issued_on <= p.made_on
      where p.org_id = (select current_org()) and p.made_on between from_on and as_of
        and not exists (select from promise_invoice n where n.org_id = p.org_id and n.promise_id = p.id)
      union all
      select d.invoice_id, d.opened_on, false
      from dispute d
      where d.org_id = (select current_org()) and d.opened_on between from_on and as_of
      union all
      select n.invoice_id, p.accepted_on, false
      from plan p
      join plan_invoice n on n.org_id = p.org_id and n.plan_id = p.id
      where p.org_id = (select current_org()) and p.accepted_on between from_on and as_of
    ) g
    group by g.invoice_id
  )
  select i.id, i.customer_id, i.number, i.currency, i.amount, i.issued_on, e.delivered_on, e.viewed_on,
         case when c.loose_on > s.settled_on then c.on_date else least(c.on_date, c.loose_on) end,
         case when g.loose_on > s.settled_on then g.on_date else least(g.on_date, g.loose_on) end,
         case when m.by_money then s.settled_on end
  from issued i
  left join evidence e on e.invoice_id = i.id
  left join contact c on c.invoice_id = i.id
  left join agreed g on g.invoice_id = i.id
  left join money m on m.invoice_id = i.id
  cross join lateral (select case when m.settled >= i.amount then m.last_on end as settled_on) s
$$;
grant execute on function invoice_way to ${app_role};
