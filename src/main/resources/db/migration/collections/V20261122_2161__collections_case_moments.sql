-- Figures are told as they were known at a moment: that a promise was judged or a dispute ended says when that was recorded.
-- Null: it runs, or ended before this was kept and counts as known from its beginning.
alter table promise add settled_at timestamptz;
alter table dispute add closed_at timestamptz;
grant update (settled_at) on promise to ${app_role};
grant update (closed_at) on dispute to ${app_role};
