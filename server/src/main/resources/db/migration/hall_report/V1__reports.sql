-- What can be counted. A new hazard is new rows here, no code.
CREATE TABLE report_metric (
    key             text PRIMARY KEY,
    ko              text    NOT NULL,
    en              text    NOT NULL,
    measure         text    NOT NULL,
    measure_en      text    NOT NULL,
    -- 0 for whole things, 1 for one decimal
    decimals        int     NOT NULL DEFAULT 0,
    -- whether the figure to date may become smaller
    may_fall        boolean NOT NULL DEFAULT false,
    estimable       boolean NOT NULL DEFAULT false,
    -- PUBLIC, INTERNAL, RESTRICTED: of the city as a whole, and of one unit
    disclosure      text    NOT NULL,
    unit_disclosure text    NOT NULL,
    citation        text    NOT NULL
);
CREATE TABLE report_template (
    key    text PRIMARY KEY,
    place  int  NOT NULL,
    hazard text NOT NULL,
    ko     text NOT NULL,
    en     text NOT NULL
);
CREATE TABLE report_template_metric (
    template text NOT NULL REFERENCES report_template (key),
    metric   text NOT NULL REFERENCES report_metric (key),
    place    int  NOT NULL,
    PRIMARY KEY (template, metric)
);

INSERT INTO report_metric VALUES
('covid.confirmed',     '확진',           'Confirmed',           '명',   'people',  0, false, false, 'PUBLIC',   'RESTRICTED', '감염병예방법 시행령 §22의2'),
('covid.tested',        '검사',           'Tested',              '건',   'tests',   0, false, false, 'PUBLIC',   'INTERNAL',   '감염병예방법 시행령 §22의2'),
('covid.quarantine',    '자가격리',       'In quarantine',       '명',   'people',  0, true,  false, 'PUBLIC',   'RESTRICTED', '감염병예방법 시행령 §22의2'),
('covid.vaccinated',    '예방접종',       'Vaccinated',          '명',   'people',  0, false, false, 'PUBLIC',   'INTERNAL',   '감염병예방법 시행령 §22의2'),
('facility.checked',    '시설 점검',      'Facilities checked',  '개소', 'places',  0, false, false, 'PUBLIC',   'PUBLIC',     ''),
('facility.violations', '위반 적발',      'Violations found',    '건',   'cases',   0, false, false, 'PUBLIC',   'INTERNAL',   ''),
('disinfect.sites',     '소독 장소',      'Sites disinfected',   '개소', 'places',  0, false, false, 'PUBLIC',   'PUBLIC',     ''),
('disinfect.staff',     '소독 인력',      'Disinfection staff',  '명',   'people',  0, false, true,  'PUBLIC',   'PUBLIC',     ''),
('res.mask',            '마스크 재고',    'Masks in stock',      '장',   'masks',   0, true,  true,  'INTERNAL', 'INTERNAL',   ''),
('hpai.farms',          '발생 농가',      'Infected farms',      '호',   'farms',   0, false, false, 'PUBLIC',   'PUBLIC',     '가축전염병예방법 시행령 §2의2'),
('hpai.culled',         '살처분',         'Culled',              '마리', 'animals', 0, false, true,  'PUBLIC',   'PUBLIC',     '가축전염병예방법 시행령 §2의2'),
('hpai.remaining',      '사육 중',        'Still kept',          '마리', 'animals', 0, true,  true,  'PUBLIC',   'PUBLIC',     '가축전염병예방법 시행령 §2의2'),
('hpai.posts',          '통제초소',       'Control posts',       '개소', 'places',  0, true,  false, 'PUBLIC',   'PUBLIC',     '가축전염병예방법 시행령 §2의2'),
('snow.depth',          '적설',           'Snow depth',          'cm',   'cm',      1, true,  true,  'PUBLIC',   'PUBLIC',     ''),
('snow.plows',          '제설 장비 출동', 'Snow ploughs sent',   '대',   'ploughs', 0, false, false, 'PUBLIC',   'PUBLIC',     ''),
('heat.ill',            '온열질환자',     'Heat illness',        '명',   'people',  0, false, false, 'PUBLIC',   'RESTRICTED', '개인정보 보호법 §23'),
('heat.shelters',       '무더위쉼터 운영','Cooling shelters',    '개소', 'places',  0, true,  false, 'PUBLIC',   'PUBLIC',     ''),
('flood.evacuated',     '대피 중',        'Evacuated',           '명',   'people',  0, true,  true,  'PUBLIC',   'INTERNAL',   ''),
('flood.damaged',       '침수·파손',      'Flooded or damaged',  '개소', 'places',  0, false, true,  'PUBLIC',   'PUBLIC',     ''),
('fire.area',           '산불 피해 면적', 'Area burnt',          'ha',   'ha',      1, false, true,  'PUBLIC',   'PUBLIC',     ''),
('fire.staff',          '진화 인력',      'Firefighting staff',  '명',   'people',  0, true,  true,  'PUBLIC',   'PUBLIC',     ''),
('fire.evacuated',      '대피 중',        'Evacuated',           '명',   'people',  0, true,  true,  'PUBLIC',   'INTERNAL',   '');

INSERT INTO report_template VALUES
('plain',     1, 'none',      '일반',             'Plain'),
('infection', 2, 'infection', '감염병',           'Infection'),
('hpai',      3, 'hpai',      '조류인플루엔자',   'Avian influenza'),
('snow',      4, 'snow',      '대설',             'Snow'),
('heat',      5, 'heat',      '폭염',             'Heat'),
('flood',     6, 'flood',     '호우·홍수',        'Flood'),
('wildfire',  7, 'wildfire',  '산불',             'Wildfire');

INSERT INTO report_template_metric VALUES
('infection', 'covid.confirmed', 1), ('infection', 'covid.tested', 2), ('infection', 'covid.quarantine', 3),
('infection', 'covid.vaccinated', 4), ('infection', 'facility.checked', 5), ('infection', 'facility.violations', 6),
('infection', 'disinfect.sites', 7), ('infection', 'disinfect.staff', 8), ('infection', 'res.mask', 9),
('hpai', 'hpai.farms', 1), ('hpai', 'hpai.culled', 2), ('hpai', 'hpai.remaining', 3), ('hpai', 'hpai.posts', 4),
('hpai', 'disinfect.sites', 5), ('hpai', 'disinfect.staff', 6),
('snow', 'snow.depth', 1), ('snow', 'snow.plows', 2),
('heat', 'heat.ill', 1), ('heat', 'heat.shelters', 2),
('flood', 'flood.evacuated', 1), ('flood', 'flood.damaged', 2),
('wildfire', 'fire.area', 1), ('wildfire', 'fire.staff', 2), ('wildfire', 'fire.evacuated', 3);

-- What one unit says for one cut-off of one day.
CREATE TABLE report_report (
    id         uuid PRIMARY KEY,
    series_id  uuid        NOT NULL,
    date       date        NOT NULL,
    cut_off    time        NOT NULL,
    unit_id    uuid        NOT NULL,
    -- grows with every change of the draft
    revision   int         NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    UNIQUE (series_id, date, cut_off, unit_id)
);
CREATE INDEX report_of_unit ON report_report (series_id, unit_id, date, cut_off);

-- The draft, field by field, as it was typed.
CREATE TABLE report_field (
    report_id uuid        NOT NULL REFERENCES report_report (id),
    name      text        NOT NULL,
    value     text        NOT NULL,
    -- the revision in which it was first written: the order of lines
    since     int         NOT NULL,
    by_id     uuid        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (report_id, name)
);
-- Changes that arrived, so that a browser that lost its connection may send one again.
CREATE TABLE report_change (
    report_id   uuid        NOT NULL REFERENCES report_report (id),
    change_id   uuid        NOT NULL,
    overwritten text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (report_id, change_id)
);
CREATE INDEX report_change_at ON report_change (at);

-- What was filed; never changed and never deleted.
CREATE TABLE report_version (
    report_id            uuid        NOT NULL REFERENCES report_report (id),
    number               int         NOT NULL,
    message_id           uuid        NOT NULL UNIQUE,
    preceding_message_id uuid,
    purpose              text        NOT NULL,
    late                 boolean     NOT NULL,
    nil                  boolean     NOT NULL,
    -- why what was filed before is replaced; empty for the first
    reason               text        NOT NULL,
    -- JSON as it was filed, therefore text and not jsonb
    content              text        NOT NULL,
    filed_at             timestamptz NOT NULL,
    by_id                uuid        NOT NULL,
    by_name              text        NOT NULL,
    PRIMARY KEY (report_id, number)
);
CREATE TABLE report_figure (
    report_id   uuid           NOT NULL,
    number      int            NOT NULL,
    metric      text           NOT NULL,
    this_period numeric(11, 1) NOT NULL,
    to_date     numeric(11, 1) NOT NULL,
    estimated   boolean        NOT NULL,
    PRIMARY KEY (report_id, number, metric),
    FOREIGN KEY (report_id, number) REFERENCES report_version (report_id, number)
);
CREATE FUNCTION report_past_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was filed is never changed';
END $$;
CREATE TRIGGER report_past_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON report_version
    FOR EACH STATEMENT EXECUTE FUNCTION report_past_stays();
CREATE TRIGGER report_past_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON report_figure
    FOR EACH STATEMENT EXECUTE FUNCTION report_past_stays();

-- What the city as a whole says, to be compared with the sum of its units.
CREATE TABLE report_city_figure (
    series_id   uuid           NOT NULL,
    date        date           NOT NULL,
    metric      text           NOT NULL REFERENCES report_metric (key),
    this_period numeric(11, 1) NOT NULL,
    to_date     numeric(11, 1) NOT NULL,
    by_id       uuid           NOT NULL,
    by_name     text           NOT NULL,
    at          timestamptz    NOT NULL,
    PRIMARY KEY (series_id, date, metric)
);

-- Attached files; the bytes are under reports/ in the data directory.
CREATE TABLE report_attachment (
    id        uuid PRIMARY KEY,
    report_id uuid        NOT NULL REFERENCES report_report (id),
    name      text        NOT NULL,
    type      text        NOT NULL,
    bytes     bigint      NOT NULL,
    sha256    text        NOT NULL,
    by_id     uuid        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    -- no longer part of the draft; the file stays while a version has it
    removed   boolean     NOT NULL DEFAULT false
);
CREATE INDEX report_attachment_of ON report_attachment (report_id, at);
