package org.onmaru.server.city.paper;

/// How a paper looks, on screen and printed. Korean lines end between 어절; a header comes again on every page.
final class PaperStyle {

    /// What the writer of PDF calls its font; browsers take the next.
    static final String FONT = "paper";

    static final String CSS = """
            @page { size: A4 portrait; margin: 20mm 18mm 18mm 18mm;
              @bottom-center { content: "- " counter(page) " -"; font-family: 'paper'; font-size: 9pt; } }
            html { font-family: 'paper', 'Pretendard GOV', 'Noto Sans KR', 'Malgun Gothic', sans-serif; }
            body { margin: 0 auto; max-width: 52em; font-size: 10.5pt; line-height: 1.55; color: #111;
              word-break: keep-all; word-wrap: break-word; }
            main { padding: 0 0.5pt; }
            h1 { margin: 0 0 14pt; font-size: 18pt; line-height: 1.35; text-align: center; }
            h2 { margin: 16pt 0 6pt; font-size: 13pt; }
            h3 { margin: 12pt 0 5pt; font-size: 11.5pt; }
            h4 { margin: 10pt 0 4pt; font-size: 10.5pt; }
            h2, h3, h4 { page-break-after: avoid; }
            p { margin: 0 0 6pt; }
            table { width: 100%; margin: 0 0 10pt; border-collapse: collapse; table-layout: fixed;
              -fs-table-paginate: paginate; }
            caption { padding: 0 0 4pt; font-size: 9.5pt; text-align: left; }
            th, td { padding: 3pt 5pt; border: 0.6pt solid #555; font-size: 9.5pt; line-height: 1.4;
              text-align: left; vertical-align: top; }
            thead th { background-color: #eef1f5; text-align: center; }
            tr { page-break-inside: avoid; }
            table.meta th { width: 18%; background-color: #eef1f5; }
            td.centre { text-align: center; }
            td.end { text-align: right; }
            ol.points { margin: 0 0 6pt; padding: 0; list-style: none; }
            ol.points ol.points { margin: 0 0 0 12pt; }
            ol.points li { margin: 0 0 3pt; }
            div.new-page { page-break-after: always; }
            img { max-width: 100%; max-height: 225mm; }
            div.signatures { margin: 24pt 0 0; text-align: right; page-break-inside: avoid; }
            @media screen { body { padding: 16px; } }
            """;

    private PaperStyle() {}
}
