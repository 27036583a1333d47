-- Messages that announce no dataset, as they came.
create table dead_letter (
    id                 bigint generated always as identity primary key,
    -- SHA-256 of door, origin and content: the same message that comes again is the same letter, and another message under the
    -- same number, as of a topic that was made anew, is another.
    identity_hash      text        not null unique,
    door               text        not null,
    -- Topic, partition and offset, or queue and message id.
    origin             text        not null,
    message_key        text,
    headers            jsonb       not null,
    -- The beginning of it, if it is larger than is kept; size is that of the message.
    content            bytea       not null,
    size               bigint      not null,
    reason             text        not null,
    attempts           integer     not null,
    first_attempt      timestamptz not null,
    last_attempt       timestamptz not null,
    service_version    text        not null,
    mapping_version    text        not null,
    dictionary_version text        not null
);
