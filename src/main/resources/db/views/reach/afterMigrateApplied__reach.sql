-- Everything said about reaching customers as of a day, a list of facts each, and what they heard from us in the days before: by
-- mail before that day only, because what tonight's mail says must not change what is decided beside it.
create or replace function reach(as_of date, heard_from date)
returns table (customer_id bigint, facts jsonb)
language sql stable parallel safe as $$
  select f.customer_id, jsonb_agg(f.fact order by f.fact ->> 'on', f.fact)
  from (
    select c.customer_id,
           jsonb_build_object('fact', 'condition', 'kind', c.kind, 'on', c.from_on, 'debit', c.debit_on, 'why', c.reason) as fact
    from condition c
    where c.org_id = (select current_org()) and c.invoice_id is null and c.from_on <= as_of and (c.ended_on is null or c.ended_on > as_of)
    union all
    select o.customer_id, jsonb_build_object('fact', 'opt_out', 'kind', o.channel, 'on', o.from_on, 'why', o.asked_by, 'who', k.email,
             'contact', o.contact_id)
    from opt_out o
    left join contact k on k.org_id = o.org_id and k.id = o.contact_id
    where o.org_id = (select current_org()) and o.from_on <= as_of and (o.ended_on is null or o.ended_on > as_of)
    union all
    select p.customer_id, jsonb_build_object('fact', 'place', 'who', k.email, 'contact', p.contact_id, 'zone', p.zone, 'country', p.country)
    from place p
    left join contact k on k.org_id = p.org_id and k.id = p.contact_id
    where p.org_id = (select current_org())
    union all
    -- who is written to at the last stage: whoever is there for it, else who decides
    select b.customer_id, b.fact
    from (
      select distinct on (k.customer_id) k.customer_id, jsonb_build_object('fact', 'above', 'who', k.name, 'email', k.email) as fact
      from contact k
      where k.org_id = (select current_org()) and k.role in ('escalation', 'cfo', 'owner') and k.voided_at is null
        and k.email is not null and (k.bounced_on is null or k.bounced_on > as_of)
        and not exists (
          select 1
          from opt_out o
          where o.org_id = k.org_id and o.contact_id = k.id and o.channel = 'mail'
            and o.from_on <= as_of and (o.ended_on is null or o.ended_on > as_of))
      order by k.customer_id, array_position(array['escalation', 'cfo', 'owner'], k.role), k.id
    ) b
    union all
    -- the first in the order of reminders who gets text messages; one who wants none only when nobody else is there
    select b.customer_id, b.fact
    from (
      select distinct on (k.customer_id) k.customer_id,
             jsonb_build_object('fact', 'mobile', 'who', k.name, 'number', n.number, 'none', o.id is not null) as fact
      from mobile_number n
      join contact k on k.org_id = n.org_id and k.id = n.contact_id and k.voided_at is null
      left join opt_out o on o.org_id = n.org_id and o.contact_id = n.contact_id and o.channel = 'sms'
        and o.from_on <= as_of and (o.ended_on is null or o.ended_on > as_of)
      where n.org_id = (select current_org())
      order by k.customer_id, o.id is not null,
               array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], k.role), k.id
    ) b
    union all
    select d.customer_id, jsonb_build_object('fact', 'day', 'every', d.every, 'day', d.day, 'on', d.said_on, 'why', d.author,
             'most', coalesce((select l.days from preferred_day_limit l), 7))
    from (
      select distinct on (d.customer_id) d.customer_id, d.every, d.day, d.said_on, d.author
      from preferred_day d
      where d.org_id = (select current_org()) and d.said_on <= as_of
      order by d.customer_id, d.id desc
    ) d
    where d.day is not null
    union all
    select m.customer_id, jsonb_build_object('fact', 'heard', 'kind', m.channel, 'on', m.window_on)
    from message m
    where m.org_id = (select current_org()) and m.window_on >= heard_from and m.window_on < as_of
      and m.state not in ('recalled', 'withdrawn')
    union all
    select x.customer_id, jsonb_build_object('fact', 'heard', 'kind',
             case when x.outcome in ('no_answer', 'voicemail', 'wrong_person') then 'attempt' else x.kind end, 'on', x.happened_on)
    from interaction x
    where x.org_id = (select current_org()) and x.happened_on between heard_from and as_of and x.direction = 'out'
  ) f
  group by f.customer_id
$$;
grant execute on function reach to ${app_role};
