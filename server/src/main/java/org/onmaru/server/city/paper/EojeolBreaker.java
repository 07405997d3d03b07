package org.onmaru.server.city.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/// Lines of Korean end between 어절, at spaces, never within one: the JDK's rules would end a line after any syllable.
final class EojeolBreaker implements FSTextBreaker {

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    /// The next place where a line may begin; [BreakIterator#DONE] when there is none.
    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        int space = text.indexOf(' ', at);
        while (space >= 0 && space + 1 < text.length() && text.charAt(space + 1) == ' ') {
            space++;
        }
        at = space < 0 ? text.length() : space + 1;
        return at;
    }
}
