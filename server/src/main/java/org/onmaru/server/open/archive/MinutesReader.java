package org.onmaru.server.open.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.onmaru.server.hall.agenda.Agenda;
import org.onmaru.server.hall.agenda.Item;
import org.onmaru.server.hall.minutes.MinutesContent;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Passage;

/// Reads minutes paragraph by paragraph. What was said of an item is found at the moment when the item was begun.
record MinutesReader(PassageWriter writer, Agenda agenda, Moments moments, UnitNames units) {

    /// One paragraph at one place: the same one is not told twice.
    record Place(String heading, String text) {

        static Place of(Passage passage) {
            return new Place(passage.heading(), passage.text());
        }
    }

    List<Passage> of(MinutesContent content, Set<String> readers) {
        var passages = new ArrayList<Passage>();
        if (!content.attendees().isEmpty() || !content.observers().isEmpty()) {
            var present = String.join(
                    ", ",
                    Stream.concat(content.attendees().stream(), content.observers().stream())
                            .toList());
            passages.add(writer.passage(Kind.MINUTES, readers).under("참석").says(present));
        }
        content.course()
                .forEach(line -> passages.add(
                        writer.passage(Kind.MINUTES, readers).under("진행 순서").says(line)));
        passages.addAll(part(content.whole(), readers));
        content.items().forEach(item -> passages.addAll(part(item, readers)));
        return passages;
    }

    private List<Passage> part(MinutesContent.Part part, Set<String> readers) {
        var unit = agenda.item(part.key())
                .map(Item::unit)
                .map(id -> units.of(id, writer.date()))
                .orElse(null);
        return Stream.of(part.speeches(), part.decisions(), part.votes())
                .flatMap(List::stream)
                .map(text -> writer.passage(Kind.MINUTES, readers)
                        .of(unit)
                        .under(part.title())
                        .subject(part.key())
                        .at(moments.of(part.key()))
                        .says(text))
                .toList();
    }
}
