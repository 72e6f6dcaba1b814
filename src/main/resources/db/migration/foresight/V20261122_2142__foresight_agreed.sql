-- An outlook says what was agreed about its invoice.
alter table pay_outlook add column because text not null default '';
comment on column pay_outlook.because is 'what was agreed about it and how far that can be relied on, in words';
