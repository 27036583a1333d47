-- What the console asks for. A location and a name may be longer than an entry of an index.
create index journal_dataset_state on journal_dataset (state);
create index journal_dataset_proposal on journal_dataset (left(lower(proposal), 200), id);
create index journal_dataset_name on journal_dataset (left(lower(name), 200) collate "C", id);
create index journal_dataset_location on journal_dataset (left(location, 400) collate "C", id);
create index journal_conversion_ended on journal_conversion (finished)
    where outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED', 'FAILED');
create index journal_conversion_failed on journal_conversion (finished) where outcome in ('REFUSED', 'FAILED');
