package io.frontless.assistant.model;

import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Values as texts, and back: as text without a number's useless zeros, and from text in the form of the field's type. */
public final class TypedText {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

    private TypedText() {}

    /** A number, a boolean, or the text; what is none of that type stays a text, which the engine refuses. */
    public static Object of(FieldType type, String text) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            case TEXT, LONG_TEXT, DATE, DATETIME, CHOICE, EMAIL, PHONE, URL, REFERENCE -> text;
        };
    }

    /** What {@link #of} reads back. */
    public static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
