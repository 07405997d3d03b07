package org.onmaru.server.hall.minutes;

import java.util.regex.Pattern;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.CleanText;

/// A field of the draft: `name`, `body`, `started`, `ended`, `place`, `attendees`, `observers`, `course`; and of each
/// item, or of `meeting` as a whole: `title/<item>`, `times/<item>`, `turns/<item>`, `speech/<item>/<uuid>`,
/// `decisions/<item>`, `votes/<item>`. All are texts, and two people's changes are merged.
///
/// @param lines whether it has many lines
public record MinutesField(String text, boolean lines) {

    /// What belongs to no item.
    public static final String WHOLE = "meeting";

    static final String NAME = "name";
    static final String BODY = "body";
    static final String STARTED = "started";
    static final String ENDED = "ended";
    static final String PLACE = "place";
    static final String ATTENDEES = "attendees";
    static final String OBSERVERS = "observers";
    static final String COURSE = "course";
    static final String SPEECH = "speech/";

    private static final int MOST = 4_000;
    private static final int MOST_IN_A_LINE = 200;
    private static final String ITEM = "/[a-z0-9-]{1,80}";
    private static final String ID = "/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINE = Pattern.compile("name|body|started|ended|place|title" + ITEM + "|times" + ITEM);
    private static final Pattern LINES = Pattern.compile(
            "attendees|observers|course|turns" + ITEM + "|decisions" + ITEM + "|votes" + ITEM + "|speech" + ITEM + ID);

    /// @throws Problem when there is no such field
    public static MinutesField parse(String text) {
        if (LINE.matcher(text).matches()) {
            return new MinutesField(text, false);
        }
        if (LINES.matcher(text).matches()) {
            return new MinutesField(text, true);
        }
        throw Problem.bad("minutes-field", "회의록에 그런 칸이 없습니다.", "The minutes have no such field.");
    }

    /// Whether a field of this name has one line.
    static boolean isLine(String text) {
        return LINE.matcher(text).matches();
    }

    static String title(String item) {
        return "title/" + item;
    }

    static String times(String item) {
        return "times/" + item;
    }

    static String turns(String item) {
        return "turns/" + item;
    }

    static String decisions(String item) {
        return "decisions/" + item;
    }

    static String votes(String item) {
        return "votes/" + item;
    }

    /// Characters that one person may write, at most.
    int most() {
        return lines ? MOST : MOST_IN_A_LINE;
    }

    /// The value as it is kept.
    ///
    /// @throws Problem when it is too long
    public String clean(String value) {
        if (CleanText.length(value) > most()) {
            throw Problem.bad(
                    "minutes-field-long",
                    "한 칸에 " + most() + "자까지 쓸 수 있습니다.",
                    "A field has at most " + most() + " characters.");
        }
        return seen(value);
    }

    /// What somebody saw there, which several writers may have made longer than one may write.
    public String seen(String value) {
        return lines ? CleanText.lines(value) : CleanText.line(value);
    }
}
