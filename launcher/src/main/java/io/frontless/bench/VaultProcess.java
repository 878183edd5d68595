package io.frontless.bench;

import io.frontless.vault.hsm.SoftHsm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs {@link VaultTimings} on the token of the benched product. */
final class VaultProcess {
    private VaultProcess() {}

    /** Its lines by their names, without them; also one for the token's bare wrapping, {@code token-wrap}. */
    static Map<String, Measurement> measure(Workbench bench) throws IOException {
        Path home = Path.of(System.getProperty("frontless.home", ".")).toAbsolutePath();
        Path unpacked = Path.of(System.getenv()
                .getOrDefault("FRONTLESS_SOFTHSM", home.resolve("softhsm").toString()));
        SoftHsm library = SoftHsm.find(unpacked).orElseThrow(() -> new IOException("there is no SoftHSM"));
        Path data = bench.product().data();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + home.resolve("conf/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                VaultTimings.class.getName(),
                library.library().toString(),
                data.resolve("secrets/token-pin").toString(),
                Integer.toString(bench.options().rounds()),
                Integer.toString(bench.options().seconds())));
        builder.environment()
                .put("SOFTHSM2_CONF", data.resolve("token/softhsm2.conf").toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Measurement> lines = new TreeMap<>();
        output.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 5)
                .forEach(words -> lines.put(words[0], line(words)));
        if (lines.size() != 4) {
            throw new IOException("The vault was not measured: " + output);
        }
        return lines;
    }

    private static Measurement line(String[] words) {
        return new Measurement(
                words[0],
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                "opened/s",
                1,
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]));
    }
}
