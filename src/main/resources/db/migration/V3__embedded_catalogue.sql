-- A small catalogue for laboratories without one.
create table catalogue_investigation (
    id   bigint generated always as identity primary key,
    name text   not null unique
);

-- One row a dataset, raw or made by this service.
create table catalogue_dataset (
    id               bigint generated always as identity primary key,
    -- SHA-256 of the location, 64 hexadecimal digits: a path may be longer than an index entry.
    location_hash    text        not null unique,
    location         text        not null,
    name             text        not null,
    investigation_id bigint      not null references catalogue_investigation (id),
    sample           text        not null,
    type             text        not null check (type in ('raw', 'processed')),
    complete         boolean     not null,
    stored           timestamptz not null
);

create table catalogue_parameter (
    dataset_id bigint not null references catalogue_dataset (id),
    name       text   not null,
    text       text   not null,
    primary key (dataset_id, name)
);

create table catalogue_datafile (
    dataset_id bigint      primary key references catalogue_dataset (id),
    location   text        not null,
    size       bigint      not null,
    sha256     text        not null,
    format     text        not null,
    modified   timestamptz not null
);

-- Which dataset was made from which: an application makes one of each.
create table catalogue_derivation (
    raw_id      bigint not null references catalogue_dataset (id),
    application text   not null,
    derived_id  bigint not null unique references catalogue_dataset (id),
    primary key (raw_id, application)
);
