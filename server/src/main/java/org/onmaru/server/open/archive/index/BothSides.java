package org.onmaru.server.open.archive.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/// What was released and what is internal, as they were at the same moment: what moves from one side to the other is
/// never seen on both, or on neither. Refreshed by the thread that writes.
final class BothSides extends ReferenceManager<BothSides.Pair> {

    /// @param both holds the two others as long as somebody holds it
    /// @param everybodys searches what was released and nothing else
    /// @param everything searches both
    record Pair(
            DirectoryReader released,
            DirectoryReader internal,
            MultiReader both,
            IndexSearcher everybodys,
            IndexSearcher everything) {

        private static Pair of(DirectoryReader released, DirectoryReader internal) throws IOException {
            var both = new MultiReader(new IndexReader[] {released, internal}, false);
            return new Pair(released, internal, both, new IndexSearcher(released), new IndexSearcher(both));
        }
    }

    BothSides(IndexWriter released, IndexWriter internal) throws IOException {
        try (var open = DirectoryReader.open(released);
                var closed = DirectoryReader.open(internal)) {
            current = Pair.of(open, closed);
        }
    }

    @Override
    protected @Nullable Pair refreshIfNeeded(Pair old) throws IOException {
        var released = DirectoryReader.openIfChanged(old.released);
        var internal = DirectoryReader.openIfChanged(old.internal);
        if (released == null && internal == null) {
            return null;
        }
        var now = Pair.of(released == null ? old.released : released, internal == null ? old.internal : internal);
        if (released != null) {
            released.decRef();
        }
        if (internal != null) {
            internal.decRef();
        }
        return now;
    }

    @Override
    protected void decRef(Pair pair) throws IOException {
        pair.both.decRef();
    }

    @Override
    protected boolean tryIncRef(Pair pair) {
        return pair.both.tryIncRef();
    }

    @Override
    protected int getRefCount(Pair pair) {
        return pair.both.getRefCount();
    }
}
