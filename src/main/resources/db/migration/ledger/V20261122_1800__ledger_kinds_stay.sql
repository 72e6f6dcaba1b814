-- What kind of receivable an invoice is, where it comes from and under which terms it was issued is said once, when it is recorded.
revoke update (kind, origin_id, terms_id) on invoice from ${app_role};
