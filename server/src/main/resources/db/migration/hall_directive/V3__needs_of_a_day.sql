-- The archive asks what was raised on a day.
CREATE INDEX need_raised ON directive_need (series_id, raised_at);
