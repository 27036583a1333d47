-- Whether the last conversion was given up because what the dataset lacked did not come in time: it may come later, without an event.
alter table journal_dataset add column gave_up boolean not null default false;

update journal_dataset set gave_up = true where state = 'FAILED' and explanation like '%(given up after %)';
