package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as a text that clients hand back unread. It says of which query it is, so that one of another is refused; it holds
 * values that the client was shown, and it may be forged: it can only ask for another part of the same query.
 */
final class Cursor {

    private static final int CHARS_MAX = 8_000;

    private Cursor() {}

    /** The cursor of a position in a query. */
    static String write(RecordQuery query, Position position) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("q", fingerprint(query));
        json.put("k", position.keys());
        json.put("i", position.id().toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** The position, refused as INVALID where it is none of this query, which is ordered so. */
    static Position read(RecordQuery query, List<RecordSearch.Key> order, String cursor) {
        try {
            if (cursor.length() <= CHARS_MAX) {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                Map<String, @Nullable Object> json = Json.readObject(new String(bytes, StandardCharsets.UTF_8));
                if (json.get("k") instanceof List<?> keys
                        && keys.size() == order.size()
                        && json.get("i") instanceof String id
                        && References.isId(id)
                        && fingerprint(query).equals(json.get("q"))) {
                    return new Position(checked(order, keys), UUID.fromString(id));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | Rejection e) {
            throw notOfThis(cursor);
        }
        throw notOfThis(cursor);
    }

    private static List<@Nullable String> checked(List<RecordSearch.Key> order, List<?> keys) {
        List<@Nullable String> checked = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            Object key = keys.get(index);
            checked.add(key == null ? null : checked(order.get(index), key.toString()));
        }
        return checked;
    }

    /** A text that the database can read as the key's type; anything else throws. */
    private static String checked(RecordSearch.Key key, String text) {
        Column column = key instanceof FieldKey field ? field.column() : Column.NUMBER;
        return switch (column) {
            case TEXT -> text;
            case NUMBER -> String.valueOf(Long.parseLong(text));
            case TIME -> LocalDateTime.parse(text.replace("Z", "").replace(' ', 'T')) + "Z";
            case REFERENCE -> UUID.fromString(text).toString();
        };
    }

    private static String fingerprint(RecordQuery query) {
        CRC32 sum = new CRC32();
        sum.update(Json.write(QueryJson.shape(query)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static Rejection notOfThis(String cursor) {
        return Rejection.invalid("cursor", "the nextCursor that a page of this very query gave", cursor);
    }
}
