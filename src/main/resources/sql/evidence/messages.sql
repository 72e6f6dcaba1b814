-- What did we send a customer up to a day, in which words, and what did the mail server say? With an invoice, only what named it.
select m.id, m.window_on, m.template, m.to_name, m.to_address, m.message_id, m.state, m.sent_at,
       m.subject, m.body_text, m.body_html, coalesce(j.journal, '') as journal
from message m
left join (
  select s.message_id,
         string_agg(to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || s.state || coalesce(': ' || s.detail, ''),
                    e'\n' order by s.id) as journal
  from send_journal s
  where s.message_id in (
    select h.id
    from message h
    where h.customer_id = :customer
      or h.id in (select t.message_id from step_taken t join invoice i on i.id = t.invoice_id where i.customer_id = :customer))
  group by s.message_id
) j on j.message_id = m.id
where m.subject is not null and m.window_on <= :asOf and m.state not in ('recalled', 'withdrawn')
  and (m.customer_id = :customer and cast(:invoice as bigint) is null
    or m.id in (
      select t.message_id
      from step_taken t
      join invoice i on i.id = t.invoice_id
      where i.customer_id = :customer and (cast(:invoice as bigint) is null or i.id = :invoice)))
order by m.window_on, m.id
