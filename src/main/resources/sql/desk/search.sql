-- What did somebody mean who typed this? Best first: a number in full, the beginning of a number or a name, a part of a
-- name or an address, what is open of an invoice. Numbers are compared as ranges and not by like, so that their indexes
-- serve them behind the wall between organisations. Names are read through from the first to the last, so they are left out for
-- what can be none: an amount with decimals names nobody, and people have letters.
(
  select 'Customer' as kind, c.name as title, c.number as side, c.id, cast(null as bigint) as amount, cast(null as char(3)) as currency,
         case when lower(c.number) = :typed then 1
              when lower(c.number) like :beginning then 3
              when lower(c.name) like :beginning then 4
              else 5 end as rank
  from customer c
  where c.voided_at is null
    and (cast(:hasNames as boolean) and (lower(c.name) like :part or lower(c.number) like :beginning)
      or c.number >= :asTyped and c.number < :asTyped || chr(1114111)
      or c.id in (select m.merged_into from customer m where lower(m.number) like :beginning))
  order by rank, c.name
  limit 20
)
union all
(
  select 'Contact', t.name, coalesce(t.email, '') || ', ' || c.name, c.id, null, null, t.rank
  from (
    select k.org_id, k.customer_id, k.name, k.email, case when lower(k.email) = :typed then 2 else 6 end as rank
    from contact k
    where cast(:hasPeople as boolean) and k.voided_at is null and (lower(k.name) like :part or lower(k.email) like :part)
    order by rank, k.name
    limit 10
  ) t
  join customer c on c.org_id = t.org_id and c.id = t.customer_id
)
union all
(
  select 'Invoice', i.number, c.name, i.id, i.amount, i.currency, case when i.number in (:asTyped, :upper) then 1 else 3 end
  from invoice i
  join customer c on c.org_id = i.org_id and c.id = i.customer_id
  where i.voided_at is null and i.issued_on <= :today
    and (i.number >= :asTyped and i.number < :asTyped || chr(1114111) or i.number >= :upper and i.number < :upper || chr(1114111))
  order by 7, i.number
  limit 10
)
union all
(
  select 'Invoice', i.number, c.name, i.id, i.open_amount, i.currency, 7
  from invoice i
  join customer c on c.org_id = i.org_id and c.id = i.customer_id
  where i.voided_at is null and i.issued_on <= :today
    and i.open_amount > 0 and cardinality(cast(:amounts as bigint[])) > 0 and i.open_amount = any(cast(:amounts as bigint[]))
  order by i.issued_on desc, i.id desc
  limit 10
)
union all
(
  select 'Credit note', n.number, c.name, n.id, n.amount, n.currency, case when n.number in (:asTyped, :upper) then 1 else 3 end
  from credit_note n
  join customer c on c.org_id = n.org_id and c.id = n.customer_id
  where n.voided_at is null and n.issued_on <= :today
    and (n.number >= :asTyped and n.number < :asTyped || chr(1114111) or n.number >= :upper and n.number < :upper || chr(1114111))
  order by 7, n.number
  limit 5
)
order by rank, title
limit 30
