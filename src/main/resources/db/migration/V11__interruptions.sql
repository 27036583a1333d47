-- Conversions in a row, up to now, during which the service ended.
alter table journal_dataset add column interruptions integer not null default 0;
