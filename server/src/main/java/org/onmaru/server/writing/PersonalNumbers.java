package org.onmaru.server.writing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that belong to one person, in a text that shall become public: resident registration numbers, telephone
/// numbers and bank accounts. Whatever looks like one is found; people say whether it is.
public final class PersonalNumbers {

    /// Characters shown on each side of what was found.
    private static final int AROUND = 12;

    /// Digits of a number that stay readable, so that whoever looks for it finds it.
    private static final int READABLE = 3;

    private static final String START = "(?<![\\d-])";
    private static final String END = "(?![\\d-])";

    public enum Kind {
        RESIDENT("주민등록번호", "a resident registration number"),
        PHONE("전화번호", "a telephone number"),
        ACCOUNT("계좌번호", "a bank account");

        private final String ko;
        private final String en;

        Kind(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        public String ko() {
            return ko;
        }

        public String en() {
            return en;
        }
    }

    /// @param where the text around it, with most digits of the number covered
    public record Found(Kind kind, String where) {}

    private record Shape(Kind kind, Pattern pattern) {}

    private record Place(Kind kind, int start, int end) {}

    /// The more telling shape first: what is one of them is not told again as another.
    private static final List<Shape> SHAPES = List.of(
            // 생년월일 and a second part that begins with century and sex, 1 to 8 (5 to 8 for foreigners)
            shape(Kind.RESIDENT, "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[- ]?[1-8]\\d{6}"),
            shape(Kind.PHONE, "\\+82[-. ]?(?:0?1[016-9]|[2-7]\\d?)[-. ]?\\d{3,4}[-. ]?\\d{4}"),
            shape(Kind.PHONE, "\\(?0(?:1[016-9]|2|[3-6][1-5]|70|50\\d?)\\)?[-. ]{0,2}\\d{3,4}[-. ]?\\d{4}"),
            shape(Kind.ACCOUNT, "(?=(?:-?\\d){10,16}(?![\\d-]))\\d{2,6}(?:-\\d{2,8}){2,3}"),
            new Shape(Kind.ACCOUNT, Pattern.compile("계좌[^\\d\\n]{0,20}(\\d[\\d-]{8,17}\\d)" + END)));

    private PersonalNumbers() {}

    private static Shape shape(Kind kind, String digits) {
        return new Shape(kind, Pattern.compile(START + "(" + digits + ")" + END));
    }

    /// All that look like one, in the order of the text.
    ///
    /// @param text of any length; looked through in one pass a shape
    public static List<Found> in(String text) {
        String plain = plain(text);
        var places = new ArrayList<Place>();
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern.matcher(plain);
            while (matcher.find()) {
                var place = new Place(shape.kind, matcher.start(1), matcher.end(1));
                if (places.stream().noneMatch(other -> other.start < place.end && place.start < other.end)) {
                    places.add(place);
                }
            }
        }
        return places.stream()
                .sorted(Comparator.comparingInt(Place::start))
                .map(place -> new Found(place.kind, around(plain, place)))
                .toList();
    }

    /// Full-width digits, the many hyphens and spaces beside them are how people hide a number without meaning to.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u2010-\\u2015\\u2212\\u00AD]", "-")
                .replaceAll("(?<=\\d)[ \\u00A0]*-[ \\u00A0]*(?=\\d)", "-");
    }

    private static String around(String text, Place place) {
        int from = Math.max(text.lastIndexOf('\n', place.start) + 1, place.start - AROUND);
        int lineEnd = text.indexOf('\n', place.end);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, place.end + AROUND);
        var covered = new StringBuilder();
        int digits = 0;
        for (char each : text.substring(place.start, place.end).toCharArray()) {
            boolean digit = each >= '0' && each <= '9';
            digits += digit ? 1 : 0;
            covered.append(digit && digits > READABLE ? '•' : each);
        }
        return (text.substring(from, place.start) + covered + text.substring(place.end, to)).strip();
    }
}
