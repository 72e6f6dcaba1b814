-- The list of customers is put in order by what each owes: 100,000 of them are read in that order and not sorted.
create index standing_open on customer_standing (org_id, open_amount, customer_id);
create index standing_overdue on customer_standing (org_id, overdue_amount, customer_id);
create index standing_oldest on customer_standing (org_id, oldest_due_on, customer_id);
