package org.onmaru.server.writing;

/// The marks of official Korean documents, outermost first: `1.` `가.` `1)` `가)` `(1)` `(가)` `①` `㉮`
/// (행정업무의 운영 및 혁신에 관한 규정 시행규칙 §2).
public final class OfficialNumbering {

    public static final int LEVELS = 8;

    private static final String VOWELLESS = "가나다라마바사아자차카타파하";

    /// After 하 the same consonants go on with the next vowel: 거 너 더 …, 고 노 도 …
    private static final int[] VOWELS = {0, 4, 8, 13, 18, 20};

    /// Between one syllable with ㅏ and the same with the next vowel there are this many final consonants.
    private static final int FINALS = 28;

    private OfficialNumbering() {}

    /// @param level from 1
    /// @param number from 1; beyond what the letters and circles give it goes on in brackets
    public static String mark(int level, int number) {
        if (level < 1 || level > LEVELS || number < 1) {
            throw new IllegalArgumentException("no mark for " + number + " on level " + level);
        }
        return switch (level) {
            case 1 -> number + ".";
            case 2 -> syllable(number) + ".";
            case 3 -> number + ")";
            case 4 -> syllable(number) + ")";
            case 5 -> "(" + number + ")";
            case 6 -> "(" + syllable(number) + ")";
            case 7 -> circled(number);
            default ->
                number <= VOWELLESS.length() ? Character.toString(0x326E + number - 1) : "(" + syllable(number) + ")";
        };
    }

    private static String syllable(int number) {
        int consonants = VOWELLESS.length();
        int vowel = (number - 1) / consonants;
        if (vowel >= VOWELS.length) {
            return Integer.toString(number);
        }
        return Character.toString(VOWELLESS.charAt((number - 1) % consonants) + VOWELS[vowel] * FINALS);
    }

    private static String circled(int number) {
        if (number <= 20) {
            return Character.toString(0x2460 + number - 1);
        }
        if (number <= 35) {
            return Character.toString(0x3251 + number - 21);
        }
        return number <= 50 ? Character.toString(0x32B1 + number - 36) : "(" + number + ")";
    }
}
