-- What the last conversion went by, so that a change since then is noticed. All of it is written with the record of a conversion
-- that ended for good, and not by announcements.
alter table journal_dataset add column looked_at timestamptz;
-- Versions of service, mapping and dictionary.
alter table journal_dataset add column made_by text;
-- Whether the catalogue was heard, and what it said of the publication.
alter table journal_dataset add column catalogue_heard boolean not null default false;
alter table journal_dataset add column doi text;
alter table journal_dataset add column release_date timestamptz;

update journal_dataset d
set looked_at = c.started, made_by = concat_ws('|', c.service_version, c.mapping_version, c.dictionary_version)
from journal_conversion c
where c.id = (select max(l.id) from journal_conversion l where l.dataset_id = d.id and l.finished is not null);

create index journal_dataset_made_by on journal_dataset (made_by, id) where made_by is not null;
create index journal_dataset_release_date on journal_dataset (release_date) where release_date is not null;

-- How far a door that looks for datasets by itself has come.
create table mark (
    name    text        primary key,
    value   text        not null,
    changed timestamptz not null
);
