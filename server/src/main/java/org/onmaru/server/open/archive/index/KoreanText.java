package org.onmaru.server.open.archive.index;

import java.io.Reader;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;

/// How text is read, in two ways that complete each other.
///
/// Morphemes: compounds and their parts, without particles, so that 방역대책을 is found by 대책. Their borders depend on
/// what stands beside them, and names are often in no dictionary. Therefore pairs: every two neighbouring letters, so
/// that any run of letters is found exactly as it is written, e.g. 강천면.
///
/// Before either, letters are made one form: composed syllables (NFKC), small Latin letters, half-width digits, and
/// 1,200 like 1200.
final class KoreanText {

    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

    private KoreanText() {}

    static Analyzer morphemes() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new KoreanTokenizer(
                        TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, KoreanTokenizer.DecompoundMode.MIXED, false);
                return new TokenStreamComponents(
                        tokenizer, new KoreanReadingFormFilter(new KoreanPartOfSpeechStopFilter(tokenizer)));
            }

            @Override
            protected Reader initReader(String field, Reader reader) {
                return oneForm(reader);
            }
        };
    }

    static Analyzer pairs() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new NGramTokenizer(2, 2) {
                    @Override
                    protected boolean isTokenChar(int point) {
                        return Character.isLetterOrDigit(point);
                    }
                });
            }

            @Override
            protected Reader initReader(String field, Reader reader) {
                return oneForm(reader);
            }
        };
    }

    /// For every field of a passage.
    static Analyzer fields() {
        var pairs = pairs();
        return new PerFieldAnalyzerWrapper(morphemes(), Map.of(Fields.TEXT_PAIRS, pairs, Fields.AROUND_PAIRS, pairs));
    }

    private static Reader oneForm(Reader reader) {
        return new PatternReplaceCharFilter(THOUSANDS, "", new ICUNormalizer2CharFilter(reader));
    }
}
