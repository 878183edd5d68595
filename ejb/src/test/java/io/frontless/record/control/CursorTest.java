package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final RecordQuery QUERY =
            RecordQuery.of("job").sorted(List.of(new Sort("day", true), new Sort("size", false)));
    private static final List<RecordSearch.Key> ORDER =
            List.of(new FieldKey("day", Column.TIME, true, false), new FieldKey("size", Column.NUMBER, false, false));
    private static final UUID ID = new UUID(0x7000, 0x8000_0000_0000_0001L);

    @Test
    void positionIsReadAsItWasWritten() {
        Position position = new Position(Arrays.asList("2026-05-15 00:00:00Z", null), ID);

        Position read = Cursor.read(QUERY, ORDER, Cursor.write(QUERY, position));

        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.keys()).containsExactly("2026-05-15T00:00Z", null);
    }

    @Test
    void sameQueryOfAnotherSizeTakesIt() {
        String cursor = Cursor.write(QUERY, new Position(Arrays.asList(null, "7"), ID));

        assertThat(Cursor.read(QUERY.paged(7, 0), ORDER, cursor).id()).isEqualTo(ID);
    }

    @Test
    void anotherQueryRefusesIt() {
        String cursor = Cursor.write(QUERY, new Position(Arrays.asList(null, "7"), ID));
        RecordQuery filtered = QUERY.filtered(Filter.equal("name", "x"));

        assertThatThrownBy(() -> Cursor.read(filtered, ORDER, cursor)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> Cursor.read(QUERY.searching("x"), ORDER, cursor))
                .isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-13-99 00:00:00Z\", \"7\"",
                "\"infinity\", \"7\"",
                "null, \"much\"",
                "null",
                "null, null, null"
            })
    void forgedKeysAreRefused(String keys) {
        String real = new String(
                Base64.getUrlDecoder().decode(Cursor.write(QUERY, new Position(Arrays.asList(null, null), ID))),
                StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .encodeToString(real.replace("null,null", keys).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.read(QUERY, ORDER, forged)).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "bm9uZQ", "e30"})
    void anythingElseIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.read(QUERY, ORDER, cursor)).isInstanceOf(Rejection.class);
    }
}
