-- A yes to a customer's mail counts from the moment it is recorded: given again after that day's message, it is for the next one.
grant update (author, recorded_at) on approval to ${app_role};
