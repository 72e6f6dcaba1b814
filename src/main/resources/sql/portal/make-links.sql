-- A link for each of these messages, kept by its hash. That to a quote lasts at least as long as the quote can be accepted.
insert into payer_link (customer_id, message_id, to_name, to_address, language, token_hash, code, made_at, made_by, expires_at)
select m.customer_id, m.id, m.to_name, case when length(w.hash) > 0 then lower(m.to_address) end, m.language, nullif(w.hash, ''),
  coalesce((select l.code from payer_link l where l.message_id = m.id limit 1), w.code), cast(:now as timestamptz), m.author,
  greatest(cast(:now as timestamptz) + make_interval(days => cast(:days as int)),
    (select cast(q.valid_until + 1 as timestamp) at time zone o.zone from quote q where q.org_id = m.org_id and q.message_id = m.id))
from unnest(cast(:ids as bigint[]), cast(:hashes as bytea[]), cast(:codes as text[])) as w (id, hash, code)
join message m on m.org_id = current_org() and m.id = w.id and m.kind in ('reminder', 'quote')
join organisation o on o.id = m.org_id
returning message_id, code
