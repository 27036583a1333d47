-- What processing found out of a raw dataset, by the processed dataset that says it. Kept whether the raw dataset is known or not.
create table refined_result (
    raw_hash        text        not null,
    raw_location    text        not null,
    result_hash     text        not null,
    result_location text        not null,
    program         text        not null,
    -- Parameter names without MXAutoprocIntegration_, and their texts.
    refined         jsonb       not null,
    -- Of the whole result, in angstrom: the smallest counts.
    resolution      numeric,
    received        timestamptz not null,
    -- Whether the raw dataset was announced again since.
    announced       boolean     not null,
    primary key (raw_hash, result_hash)
);

create index refined_result_to_announce on refined_result (raw_hash) where not announced;
