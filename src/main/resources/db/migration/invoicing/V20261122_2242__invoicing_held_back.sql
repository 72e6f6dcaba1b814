-- What a check held back in the night is noted once, under the first of the work that was to be billed.
alter table check_answer
  add column billable_id bigint,
  add foreign key (org_id, billable_id) references billable;
create unique index check_answer_held_back_once on check_answer (org_id, billable_id) where outcome = 'refused';
