package io.frontless.schema.formula;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What formulas can do with decimals: {@code + - * /} and comparisons, also with whole numbers and with numbers as they are written;
 * {@code decimal(x)} makes one of those, {@code round(x, places)} rounds. Beside that, {@code days(n)} is a span of time.
 */
final class DecimalFunctions {

    static final CelType DECIMAL = OpaqueType.create("decimal");

    private static final int DAYS_MAX = 3_660_000;

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    /** A kind of number, and how it is made a decimal. */
    private record Kind<T>(String name, CelType type, Class<T> javaType, Function<T, Decimal> read) {}

    private static final Kind<Decimal> OWN = new Kind<>("decimal", DECIMAL, Decimal.class, Function.identity());
    private static final Kind<Long> WHOLE = new Kind<>("int", SimpleType.INT, Long.class, Decimal::of);
    private static final Kind<Double> WRITTEN = new Kind<>("double", SimpleType.DOUBLE, Double.class, Decimal::of);

    private static final Kind<String> TEXT = new Kind<>("string", SimpleType.STRING, String.class, Decimal::of);

    /** An operator of two decimals. */
    private record Operator(String function, String name, CelType result, BiFunction<Decimal, Decimal, Object> apply) {}

    DecimalFunctions() {
        operator("_+_", "add", DECIMAL, Decimal::plus);
        operator("_-_", "subtract", DECIMAL, Decimal::minus);
        operator("_*_", "multiply", DECIMAL, Decimal::times);
        operator("_/_", "divide", DECIMAL, Decimal::over);
        comparison("_<_", "less", order -> order < 0);
        comparison("_<=_", "less_equals", order -> order <= 0);
        comparison("_>_", "greater", order -> order > 0);
        comparison("_>=_", "greater_equals", order -> order >= 0);
        unary("-_", "negate_decimal", DECIMAL, OWN, Decimal::negated);
        unary("decimal", "decimal_int", DECIMAL, WHOLE, WHOLE.read()::apply);
        unary("decimal", "decimal_double", DECIMAL, WRITTEN, WRITTEN.read()::apply);
        unary("decimal", "decimal_string", DECIMAL, TEXT, TEXT.read()::apply);
        unary("string", "string_decimal", SimpleType.STRING, OWN, decimal -> decimal.value()
                .toPlainString());
        round();
        days();
    }

    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return List.copyOf(bindings);
    }

    private void comparison(String function, String name, Predicate<Integer> holds) {
        operator(function, name, SimpleType.BOOL, (left, right) -> holds.test(left.compareTo(right)));
    }

    private void operator(String function, String name, CelType result, BiFunction<Decimal, Decimal, Object> apply) {
        Operator operator = new Operator(function, name, result, apply);
        binary(operator, OWN, OWN);
        binary(operator, OWN, WHOLE);
        binary(operator, WHOLE, OWN);
        binary(operator, OWN, WRITTEN);
        binary(operator, WRITTEN, OWN);
    }

    @SuppressWarnings("Immutable") // the functions closed over are this class's own and have no state
    private <L, R> void binary(Operator operator, Kind<L> left, Kind<R> right) {
        String id = operator.name() + "_" + left.name() + "_" + right.name();
        declare(
                operator.function(),
                CelOverloadDecl.newGlobalOverload(id, operator.result(), left.type(), right.type()));
        bindings.add(CelFunctionBinding.from(id, left.javaType(), right.javaType(), (one, other) -> operator.apply()
                .apply(left.read().apply(one), right.read().apply(other))));
    }

    @SuppressWarnings("Immutable") // as above
    private <T> void unary(String function, String id, CelType result, Kind<T> kind, Function<T, Object> apply) {
        declare(function, CelOverloadDecl.newGlobalOverload(id, result, kind.type()));
        bindings.add(CelFunctionBinding.from(id, kind.javaType(), apply::apply));
    }

    private void round() {
        declare("round", CelOverloadDecl.newGlobalOverload("round_decimal", DECIMAL, DECIMAL, SimpleType.INT));
        bindings.add(CelFunctionBinding.from("round_decimal", Decimal.class, Long.class, Decimal::rounded));
    }

    private void days() {
        declare("days", CelOverloadDecl.newGlobalOverload("days_int", SimpleType.DURATION, SimpleType.INT));
        bindings.add(CelFunctionBinding.from("days_int", Long.class, DecimalFunctions::days));
    }

    private static Duration days(long number) {
        if (Math.abs(number) > DAYS_MAX) {
            throw new IllegalArgumentException("no more days than ten thousand years have");
        }
        return Duration.ofDays(number);
    }

    private void declare(String function, CelOverloadDecl overload) {
        overloads.computeIfAbsent(function, key -> new ArrayList<>()).add(overload);
    }
}
