-- Two files attached within one tick of the clock stay in the order in which they came.
ALTER TABLE report_attachment ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
