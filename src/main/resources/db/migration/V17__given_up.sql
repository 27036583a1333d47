-- How often in succession a conversion was given up because what the dataset lacked did not come in time: it may come later,
-- without an event. 0 after any other end.
alter table journal_dataset add column gave_up_times smallint not null default 0;

update journal_dataset set gave_up_times = 1 where state = 'FAILED' and explanation like '%(given up after %)';

-- The datasets of the catalogue whose conversion ended under this location: two may lie in one folder.
alter table journal_dataset add column answered_ids bigint[] not null default '{}';
