-- Templates and metrics are kept by administrators. What was asked once stays known: what was filed with it stays readable.
ALTER TABLE report_metric ADD COLUMN retired boolean NOT NULL DEFAULT false;
-- grows with every change: whoever changes what they have not seen is told
ALTER TABLE report_metric ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE report_template ADD COLUMN retired boolean NOT NULL DEFAULT false;
ALTER TABLE report_template ADD COLUMN version int NOT NULL DEFAULT 1;
-- no longer asked by that template
ALTER TABLE report_template_metric ADD COLUMN removed boolean NOT NULL DEFAULT false;
-- whether anything was filed with a metric is asked often
CREATE INDEX report_figure_of ON report_figure (metric);
CREATE INDEX report_city_figure_of ON report_city_figure (metric);
CREATE SEQUENCE report_own_key;

-- One row, held by whoever changes the catalogue and shared by whoever files: nothing is filed with a metric at the
-- moment in which it comes to mean something else.
CREATE TABLE report_catalogue (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    changes  int NOT NULL DEFAULT 0
);
INSERT INTO report_catalogue DEFAULT VALUES;
