-- How the figures of all units make the city's. Fourteen towns with five centimetres of snow are no seventy.
ALTER TABLE report_metric ADD COLUMN combines text NOT NULL DEFAULT 'SUM' CHECK (combines IN ('SUM', 'HIGHEST'));
UPDATE report_metric SET combines = 'HIGHEST' WHERE key = 'snow.depth';
