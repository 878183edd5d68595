package io.frontless.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format carries the line that it was made of, and shows nothing else. */
class ExportFormatTest {
    private static final String WORKSPACE = "0199a0f2-7c11-7a52-9d1c-2f6f5b8c0a01";

    /** What somebody could call themselves. */
    private static final String NASTY = "=HYPERLINK(\"http://evil.example\") , a=b | c\\d rawEvent={ \u2028 äöü";

    private static final ExportLine EVENT = ExportLine.of(
            7,
            "ab".repeat(32),
            new LoggedEvent(
                    WORKSPACE,
                    42,
                    "0199a0f4-0000-7abc-8def-0123456789ab",
                    "2026-11-26T09:30:00.123456Z",
                    new LoggedEvent.Who(
                            "PERSON", "0199a0f1-5a10-7f00-a0b1-c2d3e4f50a05", NASTY, "192.0.2.7", null, null),
                    new LoggedEvent.What(
                            "record.update",
                            "invoice",
                            "0199a0f2-9a3c-7b66-8f0e-7fd2b1d4a704",
                            2,
                            state("note", "line\nbreak"),
                            state("note", NASTY)),
                    new LoggedEvent.Why("0199a0f2-0000-7000-8000-000000000001", "s1", null, null),
                    "00000000-0000-4000-8000-000000000001",
                    null,
                    "cd".repeat(32)),
            null);

    private static final List<ExportLine> LINES = List.of(
            ExportLine.read("{\"from\": 7, \"peaks\": [], \"format\": \"frontless.export.1\", \"workspace\": \""
                    + WORKSPACE + "\"}"),
            EVENT,
            ExportLine.of(
                    8,
                    "ab".repeat(32),
                    null,
                    new LoggedRefusal(
                            WORKSPACE,
                            3,
                            "2026-11-26T09:30:00.123456Z",
                            "API_KEY",
                            "0199a0f1-5a10-7f00-a0b1-c2d3e4f50a05",
                            "2001:db8::1",
                            "plan.propose",
                            "DENIED",
                            "-1+1|=\\",
                            null,
                            "00000000-0000-4000-8000-000000000001",
                            null)),
            ExportLine.of(9, "ab".repeat(32), null, null),
            ExportLine.read(new TreeHead.Signed(
                            new TreeHead(WORKSPACE, 10, "ef".repeat(32), "2026-11-26T09:30:01.000000Z", "audit-1"),
                            "c2ln")
                    .line()));

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyLineIsFoundInWhatItWasMadeInto(ExportFormat format) {
        for (ExportLine line : LINES) {
            String text = format.dress(line, WORKSPACE);

            assertThat(text.lines()).as("one line: " + text).hasSize(1);
            assertThat(format.undress(text)).hasValue(line.text());
            assertThat(format.shows(text, line, WORKSPACE)).isTrue();
            assertThat(format.shows(text + format.separator().strip(), line, WORKSPACE))
                    .isTrue();
        }
    }

    @Test
    void lineThatShowsSomethingElseThanItsProofIsTold() {
        for (ExportFormat format :
                List.of(ExportFormat.CSV, ExportFormat.OCSF, ExportFormat.CEF, ExportFormat.CLOUDEVENTS)) {
            String text = format.dress(EVENT, WORKSPACE);
            String other = text.replaceFirst("192\\.0\\.2\\.7|record\\.update", "record.delete");

            assertThat(format.shows(other, EVENT, WORKSPACE)).as(other).isFalse();
        }
    }

    @Test
    void noCellOfCsvIsAFormula() {
        for (ExportLine line : LINES) {
            String text = ExportFormat.CSV.dress(line, WORKSPACE);

            assertThat(text).doesNotContainPattern("(^|,)\"?\\s*[=+@-]");
        }
        assertThat(ExportFormat.CSV.dress(EVENT, WORKSPACE)).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")");
    }

    @Test
    void eventIsWhatEachStandardHasItsPlaceFor() {
        assertThat(ExportFormat.CEF.dress(EVENT, WORKSPACE))
                .startsWith(
                        "CEF:0|Frontless|Frontless|1|record.update|record.update|3|cat=event rt=1795685400123"
                                + " externalId=0199a0f4-0000-7abc-8def-0123456789ab suid=0199a0f1-5a10-7f00-a0b1-c2d3e4f50a05 suser=\\=HYPER")
                .contains(" src=192.0.2.7 act=record.update outcome=success cs1Label=entity cs1=invoice ");
        assertThat(ExportFormat.CEF.dress(LINES.get(2), WORKSPACE))
                .contains(" c6a2Label=Source IPv6 Address c6a2=2001:db8::1 ", " reason=DENIED msg=-1+1|\\=\\\\ ");
        assertThat(ExportFormat.SYSLOG.dress(EVENT, WORKSPACE))
                .startsWith("<110>1 2026-11-26T09:30:00.123456Z - frontless - event - {");
        assertThat(ExportFormat.SYSLOG.dress(LINES.get(2), WORKSPACE)).startsWith("<108>1 ");
        assertThat(JsonText.readObject(ExportFormat.CLOUDEVENTS.dress(EVENT, WORKSPACE)))
                .containsEntry("id", "0199a0f4-0000-7abc-8def-0123456789ab")
                .containsEntry("type", "io.frontless.record.update")
                .containsEntry("source", "/workspaces/" + WORKSPACE)
                .containsEntry("specversion", "1.0");
        SortedMap<String, @Nullable Object> ocsf = JsonText.readObject(ExportFormat.OCSF.dress(EVENT, WORKSPACE));
        assertThat(ocsf.get("type_uid")).hasToString("300403");
        assertThat(ocsf.get("class_uid")).hasToString("3004");
        assertThat(ocsf).containsKeys("actor", "entity", "entity_result", "metadata", "src_endpoint", "time");
    }

    private static SortedMap<String, @Nullable Object> state(String name, String value) {
        SortedMap<String, @Nullable Object> state = CanonicalJson.object();
        state.put(name, value);
        return state;
    }
}
