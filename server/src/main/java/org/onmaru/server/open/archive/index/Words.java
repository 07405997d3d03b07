package org.onmaru.server.open.archive.index;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// Makes a query of what somebody typed: all words must be there, "words in quotes" exactly so, `a | b` either. Any
/// text is a query; one without a letter or digit finds nothing.
///
/// A word is found by its morphemes, side by side, or letter by letter. One with a digit in it is found by its
/// morphemes alone: letter by letter 5명 would be in 15명.
final class Words {

    private static final float EXACT = 2;
    private static final float AROUND = 0.3f;

    private final QueryBuilder morphemes = new QueryBuilder(KoreanText.morphemes());
    private final QueryBuilder pairs = new QueryBuilder(KoreanText.pairs());

    Query query(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        var all = new Parser().parse(text);
        if (all instanceof MatchNoDocsQuery) {
            return all;
        }
        var together = exactly(text.replace('"', ' ').replace('|', ' '));
        return together == null
                ? all
                : new BooleanQuery.Builder()
                        .add(all, Occur.MUST)
                        .add(together, Occur.SHOULD)
                        .build();
    }

    private final class Parser extends SimpleQueryParser {

        Parser() {
            super(KoreanText.morphemes(), Map.of(Fields.TEXT, 1f), PHRASE_OPERATOR | OR_OPERATOR | WHITESPACE_OPERATOR);
            setDefaultOperator(Occur.MUST);
        }

        @Override
        protected @Nullable Query newDefaultQuery(String word) {
            return word(word);
        }

        @Override
        protected @Nullable Query newPhraseQuery(String words, int slop) {
            var exactly = exactly(words);
            return exactly == null ? word(words) : exactly;
        }
    }

    private @Nullable Query word(String word) {
        return any(
                inOrder(Fields.TEXT, word, 1),
                inOrder(Fields.AROUND, word, AROUND),
                hasDigit(word) ? null : letters(Fields.TEXT_PAIRS, word, 1),
                hasDigit(word) ? null : letters(Fields.AROUND_PAIRS, word, AROUND));
    }

    /// Letter by letter; where a digit or a word of one letter is in it, morpheme by morpheme.
    private @Nullable Query exactly(String words) {
        boolean oneLetter = Stream.of(words.strip().split("\\s+", -1)).anyMatch(word -> word.length() == 1);
        return hasDigit(words) || oneLetter
                ? any(inOrder(Fields.TEXT, words, EXACT), inOrder(Fields.AROUND, words, AROUND))
                : any(letters(Fields.TEXT_PAIRS, words, EXACT), letters(Fields.AROUND_PAIRS, words, AROUND));
    }

    private static boolean hasDigit(String words) {
        return words.codePoints().anyMatch(Character::isDigit);
    }

    private @Nullable Query inOrder(String field, String words, float counts) {
        return boosted(morphemes.createPhraseQuery(field, words), counts);
    }

    private @Nullable Query letters(String field, String words, float counts) {
        return boosted(pairs.createPhraseQuery(field, words), counts);
    }

    private static @Nullable Query boosted(@Nullable Query query, float counts) {
        return query == null ? null : new BoostQuery(query, counts);
    }

    private static @Nullable Query any(@Nullable Query... queries) {
        var any = new BooleanQuery.Builder();
        Stream.of(queries).forEach(query -> {
            if (query != null) {
                any.add(query, Occur.SHOULD);
            }
        });
        var made = any.build();
        return made.clauses().isEmpty() ? null : made;
    }
}
