package io.frontless.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * To open a secret of 1 KB whose key is open, beside bare AES-256-GCM in the same JVM;
 * one whose key is not, beside the token's own unwrapping of a key; and one whose key never leaves the token, beside the first.
 */
final class VaultOpen implements Benchmark {

    @Override
    public String name() {
        return "vault-open";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException {
        bench.say(name());
        Map<String, Measurement> lines = VaultProcess.measure(bench);
        return List.of(
                require(lines, "vault-open-warm"),
                require(lines, "vault-open-cold"),
                require(lines, "vault-open-inside"));
    }

    static Measurement require(Map<String, Measurement> lines, String name) throws IOException {
        Measurement line = lines.get(name);
        if (line == null) {
            throw new IOException(name + " was not measured");
        }
        return line;
    }
}
