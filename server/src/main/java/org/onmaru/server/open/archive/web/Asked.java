package org.onmaru.server.open.archive.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.open.archive.index.Found;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Question;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.CleanText;

/// What a request asks for, once it was found reasonable.
///
/// @param page from 1
record Asked(Question question, int page) {

    private static final int LONGEST = 200;
    private static final int ON_A_PAGE = 20;
    private static final int MOST_PAGES = 50;

    /// @throws Problem when it asks too much, or for days that cannot be
    static Asked of(
            String words,
            Set<String> readers,
            @Nullable UUID series,
            @Nullable UUID unit,
            @Nullable Kind kind,
            @Nullable String hazard,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Question.Order order,
            int page) {
        if (CleanText.length(words) > LONGEST) {
            throw Problem.bad(
                    "archive-words",
                    "찾을 말은 " + LONGEST + "자까지 쓸 수 있습니다.",
                    "At most " + LONGEST + " characters can be searched for.");
        }
        if (page < 1 || page > MOST_PAGES) {
            throw Problem.bad(
                    "archive-page",
                    "검색 결과는 " + MOST_PAGES + "쪽까지 볼 수 있습니다. 찾을 말이나 기간을 좁혀 주세요.",
                    "Results are shown up to page " + MOST_PAGES + "; narrow the words or the days.");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.bad("archive-days", "시작일이 끝일보다 늦습니다.", "The first day is after the last.");
        }
        return new Asked(
                new Question(
                        CleanText.line(words).strip(),
                        readers,
                        series,
                        unit,
                        kind,
                        hazard,
                        from,
                        to,
                        order,
                        (page - 1) * ON_A_PAGE,
                        ON_A_PAGE),
                page);
    }

    /// Pages of what was found that can be asked for.
    static int pages(Found found) {
        return Math.min(MOST_PAGES, (found.total() + ON_A_PAGE - 1) / ON_A_PAGE);
    }
}
