package io.frontless.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;

/** Who may use whom. */
@AnalyzeClasses(packages = "io.frontless", importOptions = Product.class)
class ComponentsTest {

    /** The diagram. A component may use those named, beside itself; it is acyclic because each names only components above its own line. */
    private static final Map<String, Set<String>> ALLOWED_USES = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("operation", Set.of("kernel")),
            entry("proof", Set.of()),
            entry("verifier", Set.of("proof")),
            entry("vault", Set.of("kernel")),
            entry("outbound", Set.of("kernel")),
            entry("oauth", Set.of("kernel", "operation", "vault", "outbound")),
            entry("workspace", Set.of("kernel", "operation", "vault")),
            entry("event", Set.of("kernel", "operation", "workspace")),
            entry(
                    "seal",
                    Set.of("kernel", "operation", "proof", "verifier", "vault", "outbound", "workspace", "event")),
            entry("engine", Set.of("kernel", "operation", "vault", "workspace", "event")),
            entry("identity", Set.of("kernel", "operation", "vault", "workspace", "event", "engine")),
            entry("apikey", Set.of("kernel", "operation", "vault", "workspace", "event", "engine")),
            entry("keys", Set.of("kernel", "operation", "vault", "workspace", "event", "engine")),
            entry("schema", Set.of("kernel", "operation", "workspace", "event", "engine")),
            entry("record", Set.of("kernel", "operation", "workspace", "event", "engine", "schema")),
            entry(
                    "access",
                    Set.of("kernel", "operation", "workspace", "event", "engine", "identity", "schema", "record")),
            entry("placement", Set.of("kernel", "operation", "workspace", "event", "engine")),
            entry(
                    "federation",
                    Set.of(
                            "kernel",
                            "operation",
                            "vault",
                            "outbound",
                            "oauth",
                            "workspace",
                            "event",
                            "engine",
                            "identity")),
            entry(
                    "connection",
                    Set.of(
                            "kernel",
                            "operation",
                            "vault",
                            "outbound",
                            "oauth",
                            "workspace",
                            "event",
                            "engine",
                            "identity")),
            entry(
                    "audit",
                    Set.of(
                            "kernel",
                            "operation",
                            "proof",
                            "verifier",
                            "outbound",
                            "workspace",
                            "event",
                            "seal",
                            "engine")),
            entry("approval", Set.of("kernel", "operation", "workspace", "event", "engine", "identity")),
            entry("mail", Set.of("kernel", "operation", "event")),
            entry(
                    "assistant",
                    Set.of(
                            "kernel",
                            "operation",
                            "outbound",
                            "workspace",
                            "event",
                            "engine",
                            "schema",
                            "record",
                            "access")));

    @ArchTest
    static final ArchRule componentsUseOnlyWhatTheDiagramAllows = classes()
            .should(new ArchCondition<>("use only allowed components") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!Product.isBoundary(type)) {
                        type.getDirectDependenciesFromSelf().forEach(use -> checkUse(use, events));
                    }
                }
            })
            .because("the map is the architecture: what it does not show does not exist");

    @ArchTest
    static final ArchRule operationIsPureVocabulary = classes()
            .that()
            .resideInAPackage("io.frontless.operation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.frontless.kernel", "io.frontless.operation")
            .because("plans and events are kept for years and outlive every framework");

    @ArchTest
    static final ArchRule storedRowsStayInTheirComponent = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<>("be used only inside their component") {
                @Override
                public void check(JavaClass row, ConditionEvents events) {
                    for (Dependency use : row.getDirectDependenciesToSelf()) {
                        boolean inside =
                                Product.componentOf(use.getOriginClass()).equals(Product.componentOf(row))
                                        && !Product.isBoundary(use.getOriginClass());
                        events.add(new SimpleConditionEvent(use, inside, use.getDescription()));
                    }
                }
            })
            .because("others hold ids and see views, so a table can change without them");

    @ArchTest
    static final ArchRule nothingBelowUsesTheBoundary = noClasses()
            .that()
            .resideOutsideOfPackage("..boundary..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..")
            .because("the boundary translates for the world outside; nobody inside needs that");

    @ArchTest
    static final ArchRule boundariesNeverTouchTheDatabase = noClasses()
            .that()
            .resideInAPackage("..boundary..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "..entity..")
            .because("every read and write goes through control, which enters the workspace first");

    private static void checkUse(Dependency use, ConditionEvents events) {
        String user = Product.componentOf(use.getOriginClass());
        String used = Product.componentOf(use.getTargetClass());
        boolean own = used.isEmpty() || used.equals(user);
        Set<String> allowed = ALLOWED_USES.getOrDefault(user, Set.of());
        events.add(new SimpleConditionEvent(use, own || allowed.contains(used), use.getDescription()));
    }
}
