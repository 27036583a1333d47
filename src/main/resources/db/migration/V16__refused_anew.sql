-- The imgCIF of a dataset that was refused or passed over since is not given out any more; until now it stayed noted. One that was
-- refused for lack of raw files, as after their retention, is as good as it was.
update journal_dataset set imgcif_path = null, imgcif_size = null, imgcif_sha256 = null, imgcif_modified = null
where imgcif_path is not null
    and (state = 'SKIPPED'
        or state = 'REFUSED' and coalesce(explanation, '') !~ '(^|; )raw data: |not there|is missing');
