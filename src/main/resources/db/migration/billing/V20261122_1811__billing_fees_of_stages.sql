-- Fees of stages of reminding: the night proposes each when its stage is reached, and a person claims or waives it. An organisation
-- can have them claimed by the night from a day on.
alter table organisation add column fees_claimed_since date;
comment on column organisation.fees_claimed_since is 'null: the night proposes fees and claims none';

alter table charge drop constraint charge_state_check;
alter table charge add constraint charge_state_check check (state in ('proposed', 'claimed', 'waived', 'held'));
