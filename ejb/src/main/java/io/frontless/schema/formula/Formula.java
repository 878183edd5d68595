package io.frontless.schema.formula;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A computed field's formula, compiled and checked against the types of the fields that it reads. Immutable. */
public final class Formula {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Limits.FORMULA_CHARS_MAX)
            .maxParseRecursionDepth(Limits.FORMULA_DEPTH_MAX)
            .maxParseErrorRecoveryLimit(1)
            .comprehensionMaxIterations(0)
            .build();

    private static final DecimalFunctions FUNCTIONS = new DecimalFunctions();

    /** Patterns are left out: they are a field's rule, where their size is bounded. */
    private static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .excludeFunctions(StandardFunction.MATCHES)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(FUNCTIONS.bindings())
            .build();

    private final FieldType type;
    private final Map<String, FieldType> reads;
    private final Set<String> texts;
    private final CelRuntime.Program program;

    private Formula(FieldType type, Map<String, FieldType> reads, Set<String> texts, CelRuntime.Program program) {
        this.type = type;
        this.reads = reads;
        this.texts = texts;
        this.program = program;
    }

    /** Compiles a field's formula over other fields of its entity; INVALID with the first error where it does not fit. */
    public static Formula compile(FieldSpec field, List<FieldSpec> others) {
        String source = String.valueOf(field.rules().formula());
        CelNavigableAst parsed =
                CelNavigableAst.fromAst(tree(field, compiler().build().parse(source)));
        Set<String> names = parsed.getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(node -> node.ident().name())
                .collect(Collectors.toSet());
        Map<String, FieldType> reads = others.stream()
                .filter(other -> names.contains(other.key()))
                .collect(Collectors.toMap(FieldSpec::key, FieldSpec::type));
        if (reads.containsKey(field.key())) {
            throw invalid(field, "other fields only, not the field itself", source);
        }

        CelCompilerBuilder compiler = compiler();
        reads.forEach((key, type) -> compiler.addVar(key, FormulaValues.variable(type)));
        CelAbstractSyntaxTree tree = tree(field, compiler.build().compile(source));
        if (!FormulaValues.results(field.type()).contains(tree.getResultType())) {
            throw invalid(
                    field,
                    "a formula that results in " + field.type().wireName(),
                    tree.getResultType().name());
        }
        return new Formula(field.type(), reads, texts(parsed), program(field, tree));
    }

    /** The keys of the fields that it reads. */
    public Set<String> reads() {
        return reads.keySet();
    }

    /** Whether it names this text, such as an option that it compares with. */
    public boolean names(String text) {
        return texts.contains(text);
    }

    /** The value for a record with these values; null where one that it needs is missing, or where it cannot be computed. */
    public @Nullable Object value(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> variables = new HashMap<>();
        try {
            reads.forEach((key, fieldType) -> variables.put(key, FormulaValues.in(fieldType, values.get(key))));
            return FormulaValues.out(type, program.eval(variables));
        } catch (CelEvaluationException | ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .addFunctionDeclarations(FUNCTIONS.declarations());
    }

    private static CelAbstractSyntaxTree tree(FieldSpec field, CelValidationResult result) {
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException e) {
            throw invalid(
                    field,
                    "a CEL expression over the entity's fields",
                    e.getErrors().stream()
                            .findFirst()
                            .map(dev.cel.common.CelIssue::getMessage)
                            .orElse("an error"));
        }
    }

    private static CelRuntime.Program program(FieldSpec field, CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw invalid(field, "an expression that can be evaluated", String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> texts(CelNavigableAst parsed) {
        return constants(parsed)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue)
                .collect(Collectors.toSet());
    }

    private static Stream<CelConstant> constants(CelNavigableAst parsed) {
        return parsed.getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant);
    }

    private static Rejection invalid(FieldSpec field, String expected, String found) {
        return Rejection.invalid(field.key() + ".formula", expected, found);
    }
}
