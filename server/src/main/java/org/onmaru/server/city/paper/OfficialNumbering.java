package org.onmaru.server.city.paper;

/// How official documents number their points, level by level: `1.` `가.` `1)` `가)` `(1)` `(가)` `①` `㉮`
/// (행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조제1항). After 하 come 거, 너, 더 and so on. Where fonts have no
/// ringed sign, the sign in brackets stands.
public final class OfficialNumbering {

    /// How many levels there are.
    public static final int DEEPEST = 8;

    /// Index of each consonant that begins 가, 나, 다 … 하 among all that Unicode has.
    private static final int[] CONSONANTS = {0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18};
    /// Index of ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ.
    private static final int[] VOWELS = {0, 4, 8, 13, 18, 20};

    private static final int VOWELS_IN_UNICODE = 21;
    private static final int FINALS_IN_UNICODE = 28;

    private OfficialNumbering() {}

    /// @param level from 1 to [#DEEPEST]
    /// @param number from 1
    public static String label(int level, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number " + number);
        }
        return switch (level) {
            case 1 -> number + ".";
            case 2 -> letter(number) + ".";
            case 3 -> number + ")";
            case 4 -> letter(number) + ")";
            case 5 -> "(" + number + ")";
            case 6 -> "(" + letter(number) + ")";
            case 7 -> ringedNumber(number);
            case 8 -> ringedLetter(number);
            default -> throw new IllegalArgumentException("level " + level);
        };
    }

    /// 가, 나 … 하, 거, 너 … 히; after those 84 two letters, 가가, 가나 and so on.
    private static String letter(int number) {
        int all = CONSONANTS.length * VOWELS.length;
        int index = number - 1;
        return index < all
                ? Character.toString(syllable(index))
                : letter(index / all) + Character.toString(syllable(index % all));
    }

    private static int syllable(int index) {
        int consonant = CONSONANTS[index % CONSONANTS.length];
        int vowel = VOWELS[index / CONSONANTS.length];
        return '가' + (consonant * VOWELS_IN_UNICODE + vowel) * FINALS_IN_UNICODE;
    }

    private static String ringedNumber(int number) {
        if (number <= 20) {
            return Character.toString('①' + number - 1);
        }
        return number <= 30 ? Character.toString('㉑' + number - 21) : "(" + number + ")";
    }

    private static String ringedLetter(int number) {
        return number <= CONSONANTS.length ? Character.toString('㉮' + number - 1) : "(" + letter(number) + ")";
    }
}
