-- Holidays that were decreed for one day only (임시공휴일) and election days; administrators add the next ones.
CREATE TABLE holiday_temporary (
    date     date PRIMARY KEY,
    name     text NOT NULL,
    name_en  text NOT NULL,
    -- where it says so
    citation text NOT NULL
);
INSERT INTO holiday_temporary VALUES
    ('2020-04-15', '국회의원 선거일', 'National Assembly election', '공직선거법 §34'),
    ('2020-08-17', '임시공휴일', 'Temporary holiday', '관공서의 공휴일에 관한 규정 §2 11호'),
    ('2022-03-09', '대통령 선거일', 'Presidential election', '공직선거법 §34'),
    ('2022-06-01', '전국동시지방선거일', 'Local elections', '공직선거법 §34'),
    ('2023-10-02', '임시공휴일', 'Temporary holiday', '관공서의 공휴일에 관한 규정 §2 11호'),
    ('2024-04-10', '국회의원 선거일', 'National Assembly election', '공직선거법 §34'),
    ('2024-10-01', '임시공휴일', 'Temporary holiday', '관공서의 공휴일에 관한 규정 §2 11호'),
    ('2025-01-27', '임시공휴일', 'Temporary holiday', '관공서의 공휴일에 관한 규정 §2 11호'),
    ('2025-06-03', '대통령 선거일', 'Presidential election', '공직선거법 §35'),
    ('2026-06-03', '전국동시지방선거일', 'Local elections', '공직선거법 §34');
