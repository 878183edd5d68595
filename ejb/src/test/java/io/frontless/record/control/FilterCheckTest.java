package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Params;
import io.frontless.schema.control.EntityView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCheckTest {

    private static final UUID ME = new UUID(1, 1);
    private static final UUID ACME = new UUID(2, 2);
    private static final Viewpoint VIEW =
            new Viewpoint(new UUID(0, 1), Actor.person(ME, "Ada"), Instant.parse("2026-05-15T12:00:00Z"));
    private static final EntityView CLIENT = new EntityView(
            "client",
            "Client",
            1,
            List.of(
                    FieldSpec.of("name", "Name", FieldType.TEXT).identifying(),
                    FieldSpec.of("city", "City", FieldType.TEXT)));
    private static final EntityView JOB = new EntityView(
            "job",
            "Job",
            1,
            List.of(
                    FieldSpec.of("name", "Name", FieldType.TEXT),
                    FieldSpec.of("size", "Size", FieldType.INTEGER),
                    FieldSpec.of("price", "Price", FieldType.MONEY),
                    FieldSpec.of("day", "Day", FieldType.DATE),
                    FieldSpec.of("moment", "Moment", FieldType.DATETIME),
                    FieldSpec.of("done", "Done", FieldType.BOOLEAN),
                    FieldSpec.of("notes", "Notes", FieldType.LONG_TEXT),
                    FieldSpec.reference("client", "Client", "client")));
    private static final String RECORD = """
            {"name": "Zoë's Ärger", "size": 7, "price": 12.5, "day": "2026-05-15", "moment": "2026-05-15T09:30:00Z",
             "done": false, "client": "%s"}""".formatted(ACME);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"field": "name", "op": "eq", "value": "ZOË'S ÄRGER"} | true
            {"field": "name", "op": "contains", "value": "ärg"} | true
            {"field": "name", "op": "starts_with", "value": "ärg"} | false
            {"field": "name", "op": "gt", "value": "y"} | true
            {"field": "size", "op": "in", "value": [1, 7.0]} | true
            {"field": "size", "op": "not_in", "value": [1, 7]} | false
            {"field": "price", "op": "le", "value": 12.50} | true
            {"field": "price", "op": "lt", "value": 12.5} | false
            {"field": "day", "op": "eq", "value": "today"} | true
            {"field": "day", "op": "ge", "value": "start_of_month+1m"} | false
            {"field": "day", "op": "le", "value": "end_of_month"} | true
            {"field": "moment", "op": "lt", "value": "now"} | true
            {"field": "moment", "op": "ge", "value": "2026-05-15"} | true
            {"field": "done", "op": "eq", "value": false} | true
            {"field": "client", "op": "eq", "value": "Acme"} | true
            {"field": "client", "op": "eq", "value": "00000000-0000-0009-0000-000000000009"} | false
            {"field": "client", "op": "eq", "value": "@me"} | false
            {"field": "client.city", "op": "eq", "value": "london"} | true
            {"field": "client.city", "op": "ne", "value": "@me.name"} | true
            {"all": []} | true
            {"any": []} | false
            {"not": {"all": [{"field": "size", "op": "gt", "value": 1}, {"field": "done", "op": "eq", "value": true}]}} | true
            """)
    void recordMeetsAFilter(String filter, boolean expected) {
        assertThat(meets(filter, Json.readObject(RECORD))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ne,true",
        "empty,true",
        "eq,false",
        "lt,false",
        "ge,false",
        "not_empty,false",
        "contains,false",
        "starts_with,false"
    })
    void emptyFieldMeetsOnlyWhatAsksForNothing(String op, boolean expected) {
        String value = op.endsWith("empty") ? "" : ", \"value\": \"a\"";

        for (String field : List.of("name", "client.city")) {
            String filter = "{\"field\": \"%s\", \"op\": \"%s\"%s}".formatted(field, op, value);
            assertThat(meets(filter, Map.of())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"field": "nonsense", "op": "eq", "value": 1} | nonsense
            {"field": "notes", "op": "eq", "value": "a"} | notes
            {"field": "name.city", "op": "eq", "value": "a"} | name.city
            {"field": "client.nonsense", "op": "empty"} | client.nonsense
            {"field": "client", "op": "eq", "value": "Nobody"} | client
            {"field": "client", "op": "gt", "value": "Acme"} | client
            {"field": "name", "op": "eq", "value": 1} | name
            {"field": "size", "op": "eq", "value": "7"} | size
            {"field": "size", "op": "eq", "value": 7.5} | size
            {"field": "size", "op": "contains", "value": "7"} | size
            {"field": "day", "op": "eq", "value": "someday"} | day
            {"field": "day", "op": "eq", "value": "today+9999y"} | day
            {"field": "moment", "op": "eq", "value": "2026-05-15T09:30:00"} | moment
            {"field": "done", "op": "lt", "value": true} | done
            """)
    void filterThatDoesNotFitIsRefusedByItsPath(String filter, String field) {
        assertThatThrownBy(() -> meets(filter, Map.of()))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(
                                rejection.details().get(0).field())
                        .isEqualTo(field));
    }

    private static boolean meets(String json, Map<String, @Nullable Object> values) {
        Filter filter = Filter.from(new Params("", Json.readObject(json)));
        FilterValues read =
                new FilterValues(VIEW, (field, title) -> title.equals("Acme") ? Optional.of(ACME) : Optional.empty());
        TypedFilter typed = new FilterTyping(key -> CLIENT, read).typed(JOB, filter);
        Map<String, @Nullable Object> client = Json.readObject("{\"name\": \"Acme\", \"city\": \"London\"}");
        return new FilterCheck(id -> id.equals(ACME) ? Optional.of(client) : Optional.empty()).meets(typed, values);
    }
}
