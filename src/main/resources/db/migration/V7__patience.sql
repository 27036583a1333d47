-- What a dataset waited for since it was last announced, and when its data were asked of the archive.
alter table journal_dataset
    -- How often it had to wait, by what for.
    add column tries jsonb not null default '{}',
    -- Outages of what all datasets need: the time of those that are over, and when the present one was met.
    add column outages_ms bigint not null default 0,
    add column outage_since timestamptz,
    add column restore_asked timestamptz;
