-- What persons state of a dataset. What holds no longer stays, with who ended it.
create table stated_fact (
    id           bigint      generated always as identity primary key,
    dataset_hash text        not null,
    location     text        not null,
    vocabulary   text        not null,
    name         text        not null,
    value        text        not null,
    unit         text,
    remark       text,
    stated_by    text        not null,
    stated_at    timestamptz not null,
    ended_by     text,
    ended_at     timestamptz
);

create unique index stated_fact_holds on stated_fact (dataset_hash, vocabulary, name) where ended_at is null;
