-- A dataset that waits says for what; its imgCIF may be written and not registered yet.
alter table journal_dataset drop constraint journal_dataset_state_check;
alter table journal_dataset add constraint journal_dataset_state_check check (state in
    ('RECEIVED', 'WAITING', 'CONVERTING', 'REGISTERING', 'REGISTERED', 'UNCHANGED', 'REFUSED', 'POSTPONED', 'SKIPPED', 'FAILED'));
alter table journal_dataset add column waits_for text;
