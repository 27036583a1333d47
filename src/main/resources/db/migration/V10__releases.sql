-- Datasets that were under embargo at their last conversion; nearly all of an archive were released before that.
drop index journal_dataset_release_date;
create index journal_dataset_release on journal_dataset (release_date) where looked_at < release_date;
