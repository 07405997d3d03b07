package org.onmaru.server.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A name or label of one line that reads the same everywhere: not blank unless allowed, not too long, without
/// control characters, and without characters that turn the direction of text or hide in it.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /// Most characters.
    int max() default 60;

    /// Whether it may be empty.
    boolean blank() default false;

    String message() default "PlainText";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Judges the text; the message is the code of what is wrong with it.
    final class Check implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean blank;

        @Override
        public void initialize(PlainText annotation) {
            max = annotation.max();
            blank = annotation.blank();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var fault = fault(text);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private @Nullable String fault(@Nullable String text) {
            if (text == null) {
                return "missing";
            }
            if (!blank && text.isBlank()) {
                return "blank";
            }
            if (text.codePointCount(0, text.length()) > max) {
                return "too-long:" + max;
            }
            return text.codePoints().anyMatch(Check::hidden) ? "hidden-characters" : null;
        }

        private static boolean hidden(int point) {
            return switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> true;
                default -> false;
            };
        }
    }
}
