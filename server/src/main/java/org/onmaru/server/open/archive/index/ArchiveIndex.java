package org.onmaru.server.open.archive.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// The archive's index in a directory of its own. Two indexes in truth: one has what was released, the other what is
/// internal. Citizens search the first alone, so nothing internal can reach their hits, counts, order or marks; staff
/// search both. Whoever asks brings their [Readers], and a passage without one of them is not there, before anything is
/// counted.
///
/// One thread writes, any number search. What is written is seen after [#refresh] and survives a crash after [#commit].
public final class ArchiveIndex implements AutoCloseable {

    private static final double BUFFER_MB = 32;
    private static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, byDate());
    private static final Sort BY_DATE = new Sort(byDate(), SortField.FIELD_SCORE);

    private final IndexWriter released;
    private final IndexWriter internal;
    private final BothSides sides;
    private final Words words = new Words();

    /// The last one that was opened is the first to be closed.
    private final Deque<Closeable> opened;

    private ArchiveIndex(IndexWriter released, IndexWriter internal, BothSides sides, Deque<Closeable> opened) {
        this.released = released;
        this.internal = internal;
        this.sides = sides;
        this.opened = opened;
    }

    /// Opens what is there, or begins an empty one.
    ///
    /// @throws IOException when what is there cannot be used; delete it with [#forget] and begin anew
    public static ArchiveIndex open(Path directory) throws IOException {
        var opened = new ArrayDeque<Closeable>();
        try {
            var releasedFiles = opening(opened, FSDirectory.open(directory.resolve("released")));
            var internalFiles = opening(opened, FSDirectory.open(directory.resolve("internal")));
            var released = opening(opened, new IndexWriter(releasedFiles, writing()));
            var internal = opening(opened, new IndexWriter(internalFiles, writing()));
            var sides = opening(opened, new BothSides(released, internal));
            return new ArchiveIndex(released, internal, sides, opened);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(opened);
            throw e;
        }
    }

    private static <T extends Closeable> T opening(Deque<Closeable> opened, T one) {
        opened.push(one);
        return one;
    }

    /// Deletes an index that is not open.
    public static void forget(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// How far it was when it was last committed; empty when it was never whole, or is of another version.
    public Optional<Standing> standing() {
        var one = standing(released);
        return one.equals(standing(internal)) ? one : Optional.empty();
    }

    private static Optional<Standing> standing(IndexWriter writer) {
        var written = writer.getLiveCommitData();
        return written == null ? Optional.empty() : Standing.read(written);
    }

    /// Puts these passages in the place of all that the group had.
    public void replace(String group, Collection<Passage> passages) throws IOException {
        var documents = passages.stream()
                .filter(Passage::isReleased)
                .map(passage -> Fields.document(group, passage))
                .toList();
        var others = passages.stream()
                .filter(passage -> !passage.isReleased())
                .map(passage -> Fields.document(group, passage))
                .toList();
        put(released, group, documents);
        put(internal, group, others);
    }

    private static void put(IndexWriter writer, String group, List<Document> documents) throws IOException {
        var before = new Term(Fields.GROUP, group);
        if (documents.isEmpty()) {
            writer.deleteDocuments(before);
        } else {
            writer.updateDocuments(before, documents);
        }
    }

    /// From now on searches see everything that was written.
    public void refresh() throws IOException {
        sides.maybeRefreshBlocking();
    }

    /// Puts it on the disk.
    public void commit(Standing standing) throws IOException {
        for (var writer : List.of(released, internal)) {
            writer.setLiveCommitData(standing.written().entrySet());
            writer.commit();
        }
    }

    /// Passages in it.
    public int size() throws IOException {
        var pair = sides.acquire();
        try {
            return pair.both().numDocs();
        } finally {
            sides.release(pair);
        }
    }

    public Found search(Question question) throws IOException {
        var pair = sides.acquire();
        try {
            return search(question, question.isEverybodys() ? pair.everybodys() : pair.everything());
        } finally {
            sides.release(pair);
        }
    }

    private Found search(Question question, IndexSearcher searcher) throws IOException {
        var typed = question.words().isBlank() ? null : words.query(question.words());
        var wanted = wanted(question, typed);
        var kind = question.kind();
        int last = question.offset() + question.limit();
        var sort = question.order() == Question.Order.DATE ? BY_DATE : BY_RELEVANCE;
        ScoreDoc[] best;
        Map<Kind, Integer> counts;
        if (kind == null) {
            var both = FacetsCollectorManager.search(searcher, wanted, last, sort, new FacetsCollectorManager());
            best = both.topDocs().scoreDocs;
            counts = counts(both.facetsCollector());
        } else {
            best = searcher.search(with(wanted, Fields.KIND, kind.name()), last, sort).scoreDocs;
            counts = counts(searcher.search(wanted, new FacetsCollectorManager()));
        }
        int total = kind == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(kind, 0);
        var hits = new ArrayList<Found.Hit>();
        var weight = weight(searcher, typed == null ? MatchNoDocsQuery.INSTANCE : typed);
        for (int at = question.offset(); at < best.length; at++) {
            hits.add(hit(searcher, weight, best[at].doc));
        }
        return new Found(total, counts, hits);
    }

    private static Query wanted(Question question, @Nullable Query typed) {
        var wanted = new BooleanQuery.Builder();
        wanted.add(typed == null ? MatchAllDocsQuery.INSTANCE : typed, Occur.MUST);
        wanted.add(
                new TermInSetQuery(
                        Fields.READER,
                        question.readers().stream().map(BytesRef::new).toList()),
                Occur.FILTER);
        only(wanted, Fields.SERIES, question.series());
        only(wanted, Fields.UNIT, question.unit());
        var hazard = question.hazard();
        if (hazard != null) {
            wanted.add(new TermQuery(new Term(Fields.HAZARD, hazard)), Occur.FILTER);
        }
        var from = question.from();
        var to = question.to();
        if (from != null || to != null) {
            wanted.add(
                    LongField.newRangeQuery(
                            Fields.DATE,
                            from == null ? Long.MIN_VALUE : from.toEpochDay(),
                            to == null ? Long.MAX_VALUE : to.toEpochDay()),
                    Occur.FILTER);
        }
        return wanted.build();
    }

    private static void only(BooleanQuery.Builder wanted, String field, @Nullable UUID id) {
        if (id != null) {
            wanted.add(new TermQuery(new Term(field, id.toString())), Occur.FILTER);
        }
    }

    private static Query with(Query wanted, String field, String value) {
        return new BooleanQuery.Builder()
                .add(wanted, Occur.MUST)
                .add(new TermQuery(new Term(field, value)), Occur.FILTER)
                .build();
    }

    private static Map<Kind, Integer> counts(FacetsCollector found) throws IOException {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var one : new LongValueFacetCounts(Fields.KIND, found).getAllChildrenSortByValue().labelValues) {
            counts.put(Kind.numbered(Integer.parseInt(one.label)), one.value.intValue());
        }
        return counts;
    }

    /// Tells where in a document the words are.
    private static Weight weight(IndexSearcher searcher, Query typed) throws IOException {
        return searcher.createWeight(searcher.rewrite(typed), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static Found.Hit hit(IndexSearcher searcher, Weight typed, int number) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        var marks = Marks.of(typed, leaf, number - leaf.docBase);
        var document = searcher.storedFields().document(number);
        return new Found.Hit(
                Fields.sitting(document),
                Fields.kind(document),
                Fields.isReleased(document),
                Fields.unit(document),
                marks.heading(Fields.heading(document)),
                marks.text(Fields.text(document)),
                Fields.subject(document),
                Fields.at(document));
    }

    private static SortField byDate() {
        return LongField.newSortField(Fields.DATE, true, SortedNumericSelector.Type.MIN);
    }

    private static IndexWriterConfig writing() {
        return new IndexWriterConfig(KoreanText.fields())
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MB);
    }

    /// Without what was not committed.
    @Override
    public void close() throws IOException {
        IOUtils.close(opened);
    }
}
