-- The minutes ask what was answered in a meeting.
CREATE INDEX need_answered_in ON directive_need (answered_in);
