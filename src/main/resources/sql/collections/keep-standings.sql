-- How do the staged customers stand now? One row each, the new in place of the old.
insert into customer_standing as kept
select * from staged_standing
on conflict (org_id, customer_id) do update
set currency = excluded.currency,
    open_amount = excluded.open_amount,
    overdue_amount = excluded.overdue_amount,
    others = excluded.others,
    items = excluded.items,
    oldest_due_on = excluded.oldest_due_on,
    level = excluded.level,
    why = excluded.why,
    next_step = excluded.next_step,
    next_small = excluded.next_small,
    next_on = excluded.next_on,
    last_contact_on = excluded.last_contact_on,
    last_contact_kind = excluded.last_contact_kind,
    last_contact_by = excluded.last_contact_by,
    owner_id = excluded.owner_id,
    fingerprint = excluded.fingerprint
