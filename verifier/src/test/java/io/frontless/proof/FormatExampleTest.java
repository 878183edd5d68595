package io.frontless.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds our code to the example of docs/event-format.md §7, whose hashes another program has made, and to the text that PostgreSQL's jsonb has. */
class FormatExampleTest {
    private static final HexFormat HEX = HexFormat.of();

    private static final String LINK = "519a4c8d65b91239ee1ba7048b56ecafbd88b266179c77e9a7226d3568ec2914";

    private static final String EVENT = """
            {"format": "frontless.event.1", "workspace": "0199a0f2-7c11-7a52-9d1c-2f6f5b8c0a01", "seq": 42, "event": "0199a0f4-0000-7abc-8def-0123456789ab",
            "occurredAt": "2026-11-26T09:30:00.123456Z", "actor": {"kind": "PERSON", "id": "0199a0f1-5a10-7f00-a0b1-c2d3e4f50a05",
            "name": "Ada Lovelace"}, "source": "192.0.2.7", "action": "record.update", "entity": "invoice",
            "record": "0199a0f2-9a3c-7b66-8f0e-7fd2b1d4a704", "version": 2, "before": {"amount": 1000, "number": "INV-0089"},
            "after": {"amount": 1.2e3, "number": "INV-0089"}, "step": "s1", "salt": "00000000-0000-4000-8000-000000000001"%s}
            """;

    private final EventFormat format = new EventFormat();

    @Test
    void contentAndLinkAreThoseOfTheExample() {
        byte[] content = format.content(event(""));

        assertThat(HEX.formatHex(content))
                .isEqualTo("953eb9027a0411c6cf15d0a34b0e7cfd05457ec7a4d3841e552ae18edcd655c2");
        assertThat(HEX.formatHex(format.link(null, content))).isEqualTo(LINK);
    }

    @Test
    void leafIsThatOfTheExample() {
        LoggedEvent event = event(", \"link\": \"" + LINK + "\"");

        assertThat(format.leafData(event)).contains("b8db0a1e757de892b8877b14dd1b3437023f619b146fe7d8ceee749349f47aa2");
        assertThat(HEX.formatHex(format.leaf(event)))
                .isEqualTo("e52e2cdd2c6a8ad1b10f7530b09f0b25c0a530283ffa8a5db481a7906c906745");
    }

    @Test
    void leafStaysWhenValuesAreWithheld() {
        LoggedEvent event = event(", \"link\": \"" + LINK + "\"");
        LoggedEvent.Withheld withheld = format.withhold(event, path -> !path.equals("after/amount"));
        LoggedEvent.What what = event.what();
        SortedMap<String, @Nullable Object> after = CanonicalJson.object();
        after.put("number", "INV-0089");

        LoggedEvent without = new LoggedEvent(
                event.workspace(),
                event.seq(),
                event.event(),
                event.occurredAt(),
                event.who(),
                new LoggedEvent.What(what.action(), what.entity(), what.record(), what.version(), what.before(), after),
                event.why(),
                null,
                withheld,
                event.link());

        assertThat(HEX.formatHex(format.leaf(without))).isEqualTo(HEX.formatHex(format.leaf(event)));
        assertThat(format.content(without)).isEqualTo(format.content(event));
        assertThat(EventJson.event(JsonText.readObject(CanonicalJson.write(EventJson.of(without)))))
                .isEqualTo(without);
    }

    @Test
    void canonicalTextIsThatOfPostgres() {
        String jsonb = "{\"a\": 1000, \"bb\": 1.50, \"ü\": \"\\u0001/\u007f\\n\", \"aaa\": [true, null, {}, []]}";
        String other = "{\"ü\":\"\\u0001\\/\\u007F\\n\",\"aaa\":[true,null,{},[ ]],\"bb\":1.50,\"a\":1E+3}";

        assertThat(CanonicalJson.write(JsonText.read(other))).isEqualTo(jsonb);
        assertThat(CanonicalJson.write(JsonText.read(jsonb))).isEqualTo(jsonb);
    }

    @Test
    void linesOfExportsAreCanonical() {
        LoggedEvent event =
                event(", \"link\": \"" + LINK + "\", \"plan\": \"p\", \"conversation\": \"c\", \"undoes\": \"u\","
                        + " \"behalfId\": \"b\", \"behalfName\": \"\\\"Bob\\\"\"");
        LoggedEvent withheld = new LoggedEvent(
                event.workspace(),
                event.seq(),
                event.event(),
                event.occurredAt(),
                event.who(),
                event.what(),
                event.why(),
                null,
                format.withhold(event, path -> !path.equals("after/amount")),
                event.link());
        LoggedRefusal refusal =
                new LoggedRefusal("w", 3, "t", "PERSON", "a", "192.0.2.7", "x", "DENIED", "no", "p", "s", null);

        for (ExportLine line : List.of(
                ExportLine.of(7, LINK, event, null),
                ExportLine.of(8, LINK, withheld, null),
                ExportLine.of(9, LINK, null, refusal),
                ExportLine.of(10, LINK, null, null))) {
            assertThat(line.text()).isEqualTo(CanonicalJson.write(JsonText.read(line.text())));
        }
    }

    private static LoggedEvent event(String more) {
        return EventJson.event(JsonText.readObject(EVENT.formatted(more)));
    }
}
