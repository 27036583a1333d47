-- What became of each dataset: the row that doors and workers agree on.
create table journal_dataset (
    id                  bigint generated always as identity primary key,
    -- SHA-256 of the location, 64 hexadecimal digits: a path may be longer than an index entry. Also the name of its job.
    identity_hash       text        not null unique,
    location            text        not null,
    name                text        not null,
    proposal            text        not null,
    sample              text        not null,
    beamline            text,
    start_date          text,
    end_date            text,
    parameters          jsonb       not null,
    input               jsonb       not null,
    catalogue_id        bigint,
    state               text        not null check (state in
        ('RECEIVED', 'CONVERTING', 'REGISTERED', 'UNCHANGED', 'REFUSED', 'POSTPONED', 'SKIPPED', 'FAILED')),
    explanation         text        not null,
    -- Since the last announcement: conversions begun, and those that ended by an error of ours.
    attempts            integer     not null,
    failures            integer     not null,
    -- Announcements counted; what is done up to which one. Work waits while received > done.
    generation_received bigint      not null,
    generation_done     bigint      not null,
    door                text        not null,
    first_received      timestamptz not null,
    last_received       timestamptz not null,
    registration_id     bigint,
    registration_name   text,
    imgcif_path         text,
    imgcif_size         bigint,
    imgcif_sha256       text,
    imgcif_modified     timestamptz
);

create index journal_dataset_catalogue_id on journal_dataset (catalogue_id) where catalogue_id is not null;
create index journal_dataset_waiting on journal_dataset (id) where generation_received > generation_done;

-- Each attempt at a conversion; never changed once finished.
create table journal_conversion (
    id                 bigint generated always as identity primary key,
    dataset_id         bigint      not null references journal_dataset (id),
    generation         bigint      not null,
    started            timestamptz not null,
    finished           timestamptz,
    outcome            text        not null,
    cause              text        not null,
    findings           jsonb       not null,
    provenance         jsonb       not null,
    service_version    text        not null,
    mapping_version    text        not null,
    dictionary_version text        not null,
    imgcif_sha256      text
);

create index journal_conversion_dataset on journal_conversion (dataset_id, id);
