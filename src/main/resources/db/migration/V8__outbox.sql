-- Messages that are to leave, stored with what they tell of; those that left are kept for some days, for whoever asks.
create table outbox_message (
    id         bigint generated always as identity primary key,
    -- The same whenever the message is sent: by it consumers tell repeats.
    message_id text        not null unique,
    channel    text        not null check (channel in ('EVENT', 'INGEST')),
    -- Messages of one key leave one after the other; its SHA-256, as a key may be longer than an index entry.
    key        text        not null,
    key_hash   text        not null,
    body       text        not null,
    stored     timestamptz not null,
    attempts   integer     not null default 0,
    due        timestamptz not null,
    last_error text        not null default '',
    sent       timestamptz
);

create index outbox_message_waiting on outbox_message (channel, id) where sent is null;
create index outbox_message_order on outbox_message (channel, key_hash, id) where sent is null;
create index outbox_message_sent on outbox_message (sent) where sent is not null;

-- What was last told of each dataset, so that the same is not told twice.
create table outbox_event (
    identity_hash text   primary key,
    content       text   not null,
    number        bigint not null
);

-- Registrations that others were asked for: the last message of each dataset, and whether the catalogue has shown it.
create table outbox_handover (
    identity_hash text        primary key,
    name          text        not null,
    location      text        not null,
    content       text        not null,
    number        integer     not null,
    message_id    text        not null,
    stored        timestamptz not null,
    confirmed     boolean     not null
);
