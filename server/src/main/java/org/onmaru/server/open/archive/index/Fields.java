package org.onmaru.server.open.archive.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/// A passage as a document of the index, and back.
final class Fields {

    /// Documents that are replaced together.
    static final String GROUP = "group";

    static final String READER = "reader";
    static final String SERIES = "series";
    static final String UNIT = "unit";
    static final String HAZARD = "hazard";
    static final String KIND = "kind";

    /// Days since 1970.
    static final String DATE = "date";

    static final String TEXT = "text";
    static final String TEXT_PAIRS = "text.pairs";

    /// The heading, then what else a passage is found by.
    static final String AROUND = "around";

    static final String AROUND_PAIRS = "around.pairs";

    private static final String UNIT_NAME = "unit.name";
    private static final String MEETING = "meeting";
    private static final String TITLE = "title";
    private static final String TITLE_EN = "title.en";
    private static final String ORDINAL = "ordinal";
    private static final String HEADING = "heading";
    private static final String RELEASED = "released";
    private static final String SUBJECT = "subject";
    private static final String AT = "at";

    /// With positions for phrases and offsets for marks.
    private static final FieldType WORDS = words();

    private Fields() {}

    static Document document(String group, Passage passage) {
        var document = new Document();
        var sitting = passage.sitting();
        document.add(key(GROUP, group));
        passage.readers().forEach(reader -> document.add(key(READER, reader)));
        passage.hazards().forEach(hazard -> document.add(key(HAZARD, hazard)));
        document.add(new StringField(SERIES, sitting.series().toString(), Field.Store.YES));
        document.add(new StoredField(MEETING, sitting.meeting().toString()));
        document.add(new StoredField(TITLE, sitting.title()));
        document.add(new StoredField(TITLE_EN, sitting.titleEn()));
        document.add(new LongField(DATE, sitting.date().toEpochDay(), Field.Store.YES));
        var ordinal = sitting.ordinal();
        if (ordinal != null) {
            document.add(new StoredField(ORDINAL, ordinal));
        }
        var unit = passage.unit();
        if (unit != null) {
            document.add(new StringField(UNIT, unit.id().toString(), Field.Store.YES));
            document.add(new StoredField(UNIT_NAME, unit.name()));
        }
        document.add(new NumericDocValuesField(KIND, passage.kind().number()));
        document.add(new StringField(KIND, passage.kind().name(), Field.Store.YES));
        document.add(new StoredField(RELEASED, passage.isReleased() ? 1 : 0));
        document.add(new StoredField(SUBJECT, passage.subject()));
        document.add(new StoredField(HEADING, passage.heading()));
        document.add(new StoredField(TEXT, passage.text()));
        var at = passage.at();
        if (at != null) {
            document.add(new StoredField(AT, at.toEpochMilli()));
        }
        document.add(new Field(TEXT, passage.text(), WORDS));
        document.add(new Field(TEXT_PAIRS, passage.text(), WORDS));
        var around = passage.heading() + "\n" + passage.around();
        document.add(new Field(AROUND, around, WORDS));
        document.add(new Field(AROUND_PAIRS, around, WORDS));
        return document;
    }

    static Passage.Sitting sitting(Document document) {
        return new Passage.Sitting(
                UUID.fromString(document.get(MEETING)),
                UUID.fromString(document.get(SERIES)),
                document.get(TITLE),
                document.get(TITLE_EN),
                ordinal(document.getField(ORDINAL)),
                LocalDate.ofEpochDay(number(Objects.requireNonNull(document.getField(DATE)))));
    }

    static Passage.@Nullable Owner unit(Document document) {
        var id = document.get(UNIT);
        return id == null ? null : new Passage.Owner(UUID.fromString(id), document.get(UNIT_NAME));
    }

    static Kind kind(Document document) {
        return Kind.valueOf(document.get(KIND));
    }

    static boolean isReleased(Document document) {
        return number(Objects.requireNonNull(document.getField(RELEASED))) == 1;
    }

    static String subject(Document document) {
        return document.get(SUBJECT);
    }

    static String heading(Document document) {
        return document.get(HEADING);
    }

    static String text(Document document) {
        return document.get(TEXT);
    }

    static @Nullable Instant at(Document document) {
        var field = document.getField(AT);
        return field == null ? null : Instant.ofEpochMilli(number(field));
    }

    private static @Nullable Integer ordinal(@Nullable IndexableField field) {
        return field == null ? null : Math.toIntExact(number(field));
    }

    private static long number(IndexableField field) {
        return field.numericValue().longValue();
    }

    private static StringField key(String name, String value) {
        return new StringField(name, value, Field.Store.NO);
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
