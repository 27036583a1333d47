-- The imgCIF of a dataset that was refused or passed over since is not given out any more; until now it stayed noted.
update journal_dataset set imgcif_path = null, imgcif_size = null, imgcif_sha256 = null, imgcif_modified = null
where state in ('REFUSED', 'SKIPPED') and imgcif_path is not null;
