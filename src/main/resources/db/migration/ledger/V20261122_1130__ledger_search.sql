-- Somebody types the amount of a transfer and wants the invoice it may be for: what is open is found by its amount.
create index invoice_open_amount on invoice (org_id, open_amount) where open_amount > 0 and voided_at is null;
