package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Plans that somebody could send who means harm or whose program is broken: the golden operations, mutated. The same seed makes the same body. */
final class HostilePlans {
    private static final Path GOLDEN = Path.of("..", "ejb", "src", "test", "resources", "golden");
    private static final Pattern ID = Pattern.compile("0190b5c4-[0-9a-f-]{27}");

    private final TreeMap<String, JsonObject> golden = new TreeMap<>();
    private final List<String> ids;

    /** Plans about things with these ids. */
    HostilePlans(List<String> ids) {
        this.ids = List.copyOf(ids);
        try (var files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                golden.put(
                        file.getFileName().toString().replace(".json", ""),
                        JsonParser.parseString(Files.readString(file)).getAsJsonObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body for {@code POST /plans}. */
    byte[] body(long seed) {
        Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        JsonElement plan = plan(random);
        HostileTree tree = new HostileTree(random, List.copyOf(golden.keySet()), ids);
        for (int mutations = random.nextInt(4); mutations > 0; mutations--) {
            plan = tree.mutated(plan);
        }
        byte[] text = HostileTree.text(plan).getBytes(StandardCharsets.UTF_8);
        HostileBytes bytes = new HostileBytes(random);
        for (int mutations = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; mutations > 0; mutations--) {
            text = bytes.mutated(text);
        }
        return text;
    }

    private JsonObject plan(Random random) {
        JsonArray operations = new JsonArray();
        List<String> names = new ArrayList<>(golden.keySet());
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String name = names.get(random.nextInt(names.size()));
            JsonObject operation = Client.object("op", name);
            operation.add("params", withIds(golden.getOrDefault(name, new JsonObject()), random));
            if (random.nextInt(3) == 0) {
                operation.addProperty("id", "s" + (operations.size() + 1));
            }
            if (random.nextInt(8) == 0) {
                operation.addProperty("expectVersion", random.nextInt(4) - 1);
            }
            operations.add(operation);
        }
        JsonObject plan = new JsonObject();
        plan.add("operations", operations);
        if (random.nextInt(4) == 0) {
            plan.addProperty("summary", "Summary");
        }
        if (random.nextInt(20) == 0) {
            plan.addProperty("idempotencyKey", "key " + random.nextInt(50));
        }
        return plan;
    }

    private JsonElement withIds(JsonObject params, Random random) {
        String text = ID.matcher(params.toString()).replaceAll(match -> ids.get(random.nextInt(ids.size())));
        return JsonParser.parseString(text);
    }
}
