package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is released stays: plans and events of years ago must read as they were written. */
class GoldenTest {

    static Stream<String> names() {
        return Operations.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void goldenOperationIsReadAndWrittenBackTheSame(String name) throws IOException {
        Map<String, @Nullable Object> golden = golden(name);

        Operation operation = Operations.read(name, new Params("", golden));

        assertThat(operation.name()).isEqualTo(name);
        assertThat(Json.readObject(Json.write(operation.params()))).isEqualTo(golden);
        assertThat(Operations.read(name, new Params("", operation.params()))).isEqualTo(operation);
    }

    @ParameterizedTest
    @MethodSource("names")
    void operationIsWhatItsNameSays(String name) throws IOException {
        Operation operation = Operations.read(name, new Params("", golden(name)));

        assertThat(operation).isInstanceOf(Operations.typeOf(name));
        assertThat(operation.reversal()).isEqualTo(Operations.reversalOf(name));
    }

    @Test
    void everyOperationHasANameThatIsRead() {
        Set<Class<?>> named = new HashSet<>();
        Operations.names().forEach(name -> named.add(Operations.typeOf(name)));

        assertThat(named).isEqualTo(Set.of(Operation.class.getPermittedSubclasses()));
    }

    @Test
    void fieldOfEveryTypeIsGolden() throws IOException {
        CreateEntity operation =
                (CreateEntity) Operations.read("entity.create", new Params("", golden("entity.create")));

        assertThat(operation.fields().stream().map(FieldSpec::type)).contains(FieldType.values());
    }

    private static Map<String, @Nullable Object> golden(String name) throws IOException {
        String file = "/golden/" + name + ".json";
        try (InputStream stream = GoldenTest.class.getResourceAsStream(file)) {
            assertThat(stream)
                    .as("every operation has its file, and " + name + " wants " + file)
                    .isNotNull();
            return Json.readObject(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
