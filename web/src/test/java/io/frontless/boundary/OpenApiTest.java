package io.frontless.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds the hand-written description of the API to the resource classes. */
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Map<?, ?> description = read();

    @Test
    void everyEndpointIsDescribedAndNothingElse() {
        TreeSet<Endpoint> described = new TreeSet<>();
        map(description, "paths").forEach((path, item) -> operations(item)
                .forEach((verb, operation) -> described.add(new Endpoint(
                        verb.toUpperCase(Locale.ROOT), path.toString(), !operation.containsKey("security")))));

        assertThat(described).isEqualTo(Endpoint.served());
    }

    @Test
    void everyPathParameterIsDescribed() {
        map(description, "paths").forEach((path, item) -> {
            Set<String> named = PARAMETER
                    .matcher(path.toString())
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());

            Set<String> described = list((Map<?, ?>) item, "parameters").stream()
                    .map(parameter -> resolved((Map<?, ?>) parameter))
                    .filter(parameter -> "path".equals(parameter.get("in")))
                    .map(parameter -> String.valueOf(parameter.get("name")))
                    .collect(Collectors.toSet());

            assertThat(described).as("path parameters of %s", path).isEqualTo(named);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> dangling = references(description)
                .filter(reference -> find(reference) == null)
                .toList();

        assertThat(dangling).isEmpty();
    }

    private static Map<String, Map<?, ?>> operations(Object item) {
        return ((Map<?, ?>) item)
                .entrySet().stream()
                        .filter(entry -> VERBS.contains(entry.getKey().toString()))
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(), entry -> (Map<?, ?>) entry.getValue()));
    }

    private Stream<String> references(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            Stream<String> own = map.get("$ref") instanceof String reference ? Stream.of(reference) : Stream.empty();
            return Stream.concat(own, map.values().stream().flatMap(this::references));
        }
        return node instanceof List<?> list ? list.stream().flatMap(this::references) : Stream.empty();
    }

    private Map<?, ?> resolved(Map<?, ?> node) {
        return node.get("$ref") instanceof String reference
                ? (Map<?, ?>) Objects.requireNonNull(find(reference))
                : node;
    }

    private @Nullable Object find(String reference) {
        Object node = description;
        for (String name : reference.substring("#/".length()).split("/", -1)) {
            node = node instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return node;
    }

    private static Map<?, ?> map(Map<?, ?> node, String name) {
        return (Map<?, ?>) Objects.requireNonNull(node.get(name), name);
    }

    private static List<?> list(Map<?, ?> node, String name) {
        return node.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> read() {
        try (InputStream yaml =
                Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException e) {
            throw new IllegalStateException("the description cannot be read", e);
        }
    }
}
