package io.frontless.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark makes of times, and the form in which programs get it. */
class ReportTest {

    @Test
    void percentilesAreOfTheSingleTimesAndTheRateOfAllOfThem() {
        long[] times = new long[100];
        for (int index = 0; index < times.length; index++) {
            times[index] = (100 - index) * 1_000_000L;
        }

        Timing timing = Timing.of(times, 2_000_000_000L);

        assertThat(timing).isEqualTo(new Timing(50, 50, 95, 99));
    }

    @Test
    void medianIsOfEachNumberAlone() {
        List<Timing> rounds = List.of(new Timing(1, 30, 5, 5), new Timing(3, 10, 7, 9), new Timing(2, 20, 6, 7));

        assertThat(Timing.median(rounds)).isEqualTo(new Timing(2, 20, 6, 7));
    }

    @Test
    void fileIsAListWithThePromisedNames(@TempDir Path folder) throws IOException {
        Measurement line = new Measurement("audited-update", 500, 1000, "updates/s", 16, 12.5, 40);

        Report.write(folder, List.of(line, line), Map.of("processor", "the \"quick\" one"));

        JsonArray list = JsonParser.parseString(Files.readString(folder.resolve("bench.json")))
                .getAsJsonArray();
        JsonObject first = list.get(0).getAsJsonObject();
        assertThat(list).hasSize(2);
        assertThat(first.keySet())
                .containsExactly("name", "product", "limit", "unit", "ratio", "clients", "p50Ms", "p99Ms");
        assertThat(first.get("ratio").getAsDouble()).isEqualTo(0.5);
        assertThat(JsonParser.parseString(Files.readString(folder.resolve("bench-machine.json")))
                        .getAsJsonObject()
                        .get("processor")
                        .getAsString())
                .isEqualTo("the \"quick\" one");
    }
}
