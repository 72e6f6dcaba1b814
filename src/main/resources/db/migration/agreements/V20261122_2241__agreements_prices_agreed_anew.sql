-- A price that is not billed yet may be agreed anew for the same day; the audit keeps what it was.
grant update (amount, author) on contract_price to ${app_role};
