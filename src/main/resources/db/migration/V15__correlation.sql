-- By what an announcement is followed: its correlation id, and its place in a trace. What came before has neither.
alter table journal_dataset add column correlation_id text;
alter table journal_dataset add column traceparent text;
alter table journal_conversion add column correlation_id text;
alter table outbox_message add column correlation_id text;
alter table outbox_message add column traceparent text;
