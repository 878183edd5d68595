package io.frontless.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.frontless.access.control.AccessPast;
import io.frontless.access.control.Readers;
import io.frontless.engine.control.CommandEngine;
import io.frontless.engine.control.Handler;
import io.frontless.engine.control.PlanExecution;
import io.frontless.engine.control.PlanPreview;
import io.frontless.engine.control.Prepared;
import io.frontless.event.control.EventLog;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.PastStates;
import io.frontless.event.entity.Events;
import io.frontless.operation.Operation;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.PastViews;
import io.frontless.schema.control.SchemaPast;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.List;

/** One door for a state change, and nothing beside it. */
@AnalyzeClasses(packages = "io.frontless", importOptions = Product.class)
class EngineRulesTest {

    @ArchTest
    static void everyOperationHasExactlyOneHandler(JavaClasses product) {
        List<String> handled = product.stream()
                .filter(type -> type.isAssignableTo(Handler.class) && !type.isInterface())
                .flatMap(type -> type.getInterfaces().stream())
                .filter(JavaParameterizedType.class::isInstance)
                .map(type ->
                        ((JavaParameterizedType) type).getActualTypeArguments().get(0))
                .map(JavaType::getName)
                .sorted()
                .toList();

        List<String> operations = Arrays.stream(Operation.class.getPermittedSubclasses())
                .map(Class::getName)
                .sorted()
                .toList();

        assertThat(handled).isEqualTo(operations);
    }

    @ArchTest
    static final ArchRule onlyTheGatewaysBeansCallTheEngine = classes()
            .that()
            .areAssignableTo(CommandEngine.class)
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .belongToAnyOf(CommandEngine.class, PlanPreview.class, PlanExecution.class)
            .because("there is exactly one door for a state change");

    @ArchTest
    static final ArchRule onlyTheEngineAppliesHandlers = noClasses()
            .that()
            .doNotBelongToAnyOf(CommandEngine.class)
            .should()
            .callMethod(Prepared.class, "write")
            .because("a write that the engine does not run has no event");

    @ArchTest
    static final ArchRule onlyTheEngineAppendsEvents = noClasses()
            .that()
            .doNotBelongToAnyOf(CommandEngine.class)
            .should()
            .callMethod(EventLog.class, "append", Caller.class, EventLog.Fact.class, EventLog.Cause.class)
            .because("an event tells of a change that the engine has made, and of nothing else");

    @ArchTest
    static final ArchRule wholeEventsAreReadOnlyToTakeThemBack = noClasses()
            .that()
            .resideOutsideOfPackages("io.frontless.event.control", "io.frontless.engine.control")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EventReader.class)
            .because("what people and planners see of the log is what their role lets them read");

    @ArchTest
    static final ArchRule wholeStatesAreReadOnlyByThoseWhoAskForEach = noClasses()
            .that()
            .resideOutsideOfPackage("io.frontless.event.control")
            .and()
            .doNotBelongToAnyOf(AccessPast.class, PastRecords.class, PastViews.class, Readers.class, SchemaPast.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(PastStates.class)
            .because("what was is shown only to whom it is shown today");

    @ArchTest
    static final ArchRule onlyTheLogWritesEventRows = noClasses()
            .that()
            .doNotBelongToAnyOf(EventLog.class, Events.class)
            .should()
            .callMethodWhere(new DescribedPredicate<>("append to the event table") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Events.class)
                            && call.getName().equals("append");
                }
            })
            .because("the log is the only writer of its table");

    @ArchTest
    static final ArchRule whoTakesACallerEntersTheWorkspace = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should(new ArchCondition<>("enter the caller's workspace, or leave transactions to others") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean takesCaller = !method.getRawParameterTypes().isEmpty()
                            && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
                    boolean fine = !takesCaller || enters(method.getOwner()) || delegates(method.getOwner());
                    events.add(new SimpleConditionEvent(method, fine, method.getFullName()));
                }
            })
            .because(
                    "a statement outside a workspace sees nothing, and one in the wrong workspace is the worst bug there is");

    @ArchTest
    static final ArchRule beansThatEnterTakeTheCallerEverywhere = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(InWorkspace.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(Interceptor.class)
            .should(new ArchCondition<>("take the caller first") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean first = !method.getRawParameterTypes().isEmpty()
                            && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
                    boolean fine = first || method.getModifiers().contains(JavaModifier.STATIC);
                    events.add(new SimpleConditionEvent(method, fine, method.getFullName()));
                }
            })
            .because("the interceptor enters the workspace of the caller it is given");

    private static boolean enters(JavaClass bean) {
        return bean.isAnnotatedWith(InWorkspace.class);
    }

    private static boolean delegates(JavaClass bean) {
        return bean.tryGetAnnotationOfType(TransactionAttribute.class)
                .map(attribute -> attribute.value() == TransactionAttributeType.NOT_SUPPORTED
                        || attribute.value() == TransactionAttributeType.MANDATORY)
                .orElse(false);
    }
}
