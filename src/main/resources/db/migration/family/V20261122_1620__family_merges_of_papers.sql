-- A paper that was made for a customer is found where the customer is found, also after a merge.
grant update (customer_id) on statement_paper to ${app_role};
