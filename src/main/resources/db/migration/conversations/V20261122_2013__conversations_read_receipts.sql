-- A reader's own program may say that it showed the mail (RFC 8098), which proves more than that the mailbox has it.
alter table delivery_report
  drop constraint delivery_report_kind_check,
  add constraint delivery_report_kind_check check (kind in
    ('hard', 'doubtful', 'mailbox_full', 'blocked', 'soft', 'delayed', 'delivered', 'read', 'complaint'));
