-- What does the organisation ask of its mail from now on? One row, in place of the one before.
insert into contact_limits as kept (
  bank_days, fatigue_points, fatigue_days, hours_from, hours_until, bundle_days, debit_days, entry_count, entry_total, entry_days,
  brake_factor, brake_floor)
values (
  :bankDays, :fatiguePoints, :fatigueDays, :from, :until, :bundleDays, :debitDays, :entryCount, :entryTotal, :entryDays,
  :brakeFactor, :brakeFloor)
on conflict (org_id) do update
set bank_days = excluded.bank_days,
    fatigue_points = excluded.fatigue_points,
    fatigue_days = excluded.fatigue_days,
    hours_from = excluded.hours_from,
    hours_until = excluded.hours_until,
    bundle_days = excluded.bundle_days,
    debit_days = excluded.debit_days,
    entry_count = excluded.entry_count,
    entry_total = excluded.entry_total,
    entry_days = excluded.entry_days,
    brake_factor = excluded.brake_factor,
    brake_floor = excluded.brake_floor
