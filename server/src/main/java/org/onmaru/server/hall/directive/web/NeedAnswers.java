package org.onmaru.server.hall.directive.web;

import java.util.List;
import org.onmaru.server.hall.directive.Need;
import org.onmaru.server.hall.directive.NeedBook;
import org.onmaru.server.hall.directive.Viewer;
import org.springframework.stereotype.Component;

/// Tells needs with their histories.
@Component
class NeedAnswers {

    private final NeedBook book;

    NeedAnswers(NeedBook book) {
        this.book = book;
    }

    NeedAnswer of(Need need, Viewer by) {
        return of(List.of(need), by).getFirst();
    }

    List<NeedAnswer> of(List<Need> needs, Viewer by) {
        var histories =
                book.histories(needs.stream().map(need -> need.id().value()).toList());
        return needs.stream()
                .map(need -> NeedAnswer.of(
                        need,
                        by.keeps(need.series()),
                        histories.getOrDefault(need.id().value(), List.of())))
                .toList();
    }
}
