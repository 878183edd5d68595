package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Refusals;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one filter tree: its forms, its bounds, and how it is put together. */
class FilterTest {
    private static final Filter A = Filter.equal("a", "x");
    private static final Filter B = new Filter.Compare("b.c", Comparison.IN, List.of(BigDecimal.ONE, true));
    private static final Filter C = new Filter.Compare("c", Comparison.EMPTY, null);

    static Stream<Filter> filters() {
        return Stream.of(
                A,
                B,
                C,
                new Filter.Not(A),
                Filter.all(A, B),
                new Filter.Any(List.of(A, new Filter.Not(Filter.all(B, C)))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filterIsReadAsItIsWritten(Filter filter) {
        assertThat(Filter.from(new Params("", filter.params()))).isEqualTo(filter);
    }

    @Test
    void filterIsWrittenAsClientsWriteIt() {
        assertThat(A.params()).isEqualTo(Map.of("field", "a", "op", "eq", "value", "x"));
        assertThat(C.params()).isEqualTo(Map.of("field", "c", "op", "empty"));
        assertThat(new Filter.Not(C).params()).isEqualTo(Map.of("not", C.params()));
        assertThat(Filter.all(A, C).params()).isEqualTo(Map.of("all", List.of(A.params(), C.params())));
    }

    @Test
    void bothIsNoDeeperThanNeeded() {
        assertThat(Filter.everything().and(A)).isEqualTo(A);
        assertThat(A.and(Filter.everything())).isEqualTo(A);
        assertThat(A.and(B)).isEqualTo(Filter.all(A, B));
        assertThat(Filter.all(List.of(A))).isEqualTo(A);
        assertThat(Filter.all(List.of(A, B))).isEqualTo(Filter.all(A, B));
    }

    @Test
    void everyComparisonOfTheTreeIsFound() {
        Filter tree = Filter.all(A, new Filter.Any(List.of(new Filter.Not(B), C)));

        assertThat(tree.comparisons().map(Filter.Compare::path)).containsExactly("a", "b.c", "c");
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void comparisonTakesItsKindOfValue(Comparison comparison) {
        boolean none = comparison == Comparison.EMPTY || comparison == Comparison.NOT_EMPTY;
        boolean list = comparison == Comparison.IN || comparison == Comparison.NOT_IN;

        assertAccepted(comparison, null, none);
        assertAccepted(comparison, List.of("x"), list);
        assertAccepted(comparison, "x", !none && !list);
        assertAccepted(comparison, BigDecimal.ONE, !none && !list);
        assertAccepted(comparison, false, !none && !list);
        assertAccepted(comparison, Map.of(), false);
        assertAccepted(comparison, List.of(Map.of()), false);
        assertAccepted(comparison, List.of(), false);
    }

    @Test
    void listIsBounded() {
        assertAccepted(Comparison.IN, Collections.nCopies(1_000, "x"), true);
        assertAccepted(Comparison.IN, Collections.nCopies(1_001, "x"), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a.", ".a", "a..b", "a.b.c.d.e", "a b"})
    void pathIsOneToFourKeys(String path) {
        assertThat(Refusals.fieldsOf(() -> Filter.equal(path, "x"))).isEqualTo("filter.field");
        assertThat(Filter.equal("a.b.c.d", "x").comparisons()).hasSize(1);
    }

    @Test
    void treeHasAtMost100Parts() {
        // 99 comparisons, and the level that joins them.
        Filter largest = new Filter.Any(Collections.nCopies(99, A));

        assertThat(Filter.from(new Params("", largest.params()))).isEqualTo(largest);
        for (Filter tooLarge : List.of(
                new Filter.Any(Collections.nCopies(100, A)),
                Filter.all(Collections.nCopies(100, A)),
                new Filter.Not(largest),
                Filter.all(A, new Filter.Any(Collections.nCopies(98, A))))) {
            assertThat(Refusals.of(() -> Filter.from(new Params("", tooLarge.params())))
                            .message())
                    .isEqualTo("filter: expected at most 100 parts, found 101");
        }
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Map.of("all", List.of(), "any", List.of())),
                Arguments.of(Map.of("not", A.params(), "op", "eq")),
                Arguments.of(Map.of("all", Map.of())),
                Arguments.of(Map.of("not", List.of())),
                Arguments.of(Map.of("field", "a", "op", "like", "value", "x")),
                Arguments.of(Map.of("field", "a")),
                Arguments.of(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void otherShapesAreRefused(Map<String, @Nullable Object> shape) {
        assertThat(Refusals.of(() -> Filter.from(new Params("", shape))).details())
                .isNotEmpty();
    }

    private static void assertAccepted(Comparison comparison, @Nullable Object value, boolean accepted) {
        if (accepted) {
            assertThat(new Filter.Compare("a", comparison, value).value()).isEqualTo(value);
        } else {
            assertThat(Refusals.fieldsOf(() -> new Filter.Compare("a", comparison, value)))
                    .isEqualTo("a");
        }
    }
}
