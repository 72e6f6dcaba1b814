-- On which day was the bank last looked at? By the last payment recorded, the last file of payments taken in, or a person. Ids grow,
-- so that the last is found without going through all. While days are simulated nothing has a real moment: the payment's day counts.
select greatest(
  (
    select case when cast(:simulated as boolean) then p.received_on else (p.recorded_at at time zone cast(:zone as text))::date end
    from payment p
    where p.org_id = (select current_org()) and p.received_on <= :today
    order by p.id desc
    limit 1
  ),
  (
    select (b.committed_at at time zone cast(:zone as text))::date
    from import_batch b
    where b.org_id = (select current_org()) and b.kind = 'payments' and b.state = 'committed' and not cast(:simulated as boolean)
    order by b.id desc
    limit 1
  ),
  (select max(l.seen_on) from bank_look l where l.seen_on <= :today)
)
