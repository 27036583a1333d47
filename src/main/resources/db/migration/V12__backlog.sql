-- What somebody wants to be converted again, and how far it is.
create table backlog (
    id          bigint generated always as identity primary key,
    selection   jsonb       not null,
    duplicate   text        not null,
    concurrency integer     not null,
    rate        integer,
    dry_run     boolean     not null,
    started_by  text        not null,
    state       text        not null check (state in
        ('PLANNING', 'PLANNED', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE', 'FAILED')),
    explanation text        not null,
    created     timestamptz not null,
    planned     timestamptz,
    begun       timestamptz,
    finished    timestamptz
);

-- One row a dataset that was found, also if it is left alone.
create table backlog_item (
    id            bigint generated always as identity primary key,
    backlog_id    bigint not null references backlog (id) on delete cascade,
    -- SHA-256 of the location as in journal_dataset; of the id in the catalogue where there is no location.
    identity_hash text   not null,
    location      text   not null,
    name          text   not null,
    proposal      text   not null,
    sample        text   not null,
    catalogue_id  bigint,
    complete      boolean not null,
    registered    boolean not null,
    -- What was to become of it when it was found, and why.
    standing      text   not null,
    prospect      text   not null,
    reason        text   not null,
    state         text   not null,
    explanation   text   not null default '',
    -- The announcement whose end is awaited, and the imgCIF before it; set before it is announced.
    generation    bigint,
    sha_before    text,
    taken         timestamptz,
    settled       timestamptz,
    milliseconds  bigint,
    unique (backlog_id, identity_hash)
);

create index backlog_item_page on backlog_item (backlog_id, state, id);
create index backlog_item_taken on backlog_item (backlog_id, identity_hash) where state = 'TAKEN';
create index backlog_item_time on backlog_item (backlog_id, taken) where taken is not null;
-- The last conversions that went well say what one takes.
create index journal_conversion_done on journal_conversion (id) where outcome in ('REGISTERED', 'UNCHANGED');
