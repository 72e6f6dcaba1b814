-- A look at a customer may end in the wish to place it with an agency.
alter table credit_review drop constraint credit_review_decision_check;
alter table credit_review add constraint credit_review_decision_check
  check (decision in ('kept', 'limit', 'terms', 'prepayment', 'agency'));
