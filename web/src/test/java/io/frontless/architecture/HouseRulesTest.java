package io.frontless.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.OperatorOnly;
import io.frontless.boundary.Requires;
import io.frontless.vault.control.SealedSecret;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How code reads and behaves here, as far as a rule can tell. */
@AnalyzeClasses(packages = "io.frontless", importOptions = Product.class)
class HouseRulesTest {

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    /** What connects by itself, or is connected. */
    private static final Set<String> CONNECTING = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.InetAddress",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel");

    private static final List<String> CONNECTING_PACKAGES =
            List.of("java.net.http", "javax.net", "org.apache.hc", "jakarta.ws.rs.client", "javax.naming.directory");

    @ArchTest
    static final ArchRule cryptographyIsOnlyInTheVault = noClasses()
            .that()
            .resideOutsideOfPackages("io.frontless.vault..", "io.frontless.proof..", "io.frontless.verifier..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("do cryptography") {
                @Override
                public boolean test(JavaClass type) {
                    boolean platform = type.getPackageName().startsWith("javax.crypto")
                            || type.getPackageName().startsWith("java.security");
                    boolean library = type.getPackageName().startsWith("org.bouncycastle")
                            || type.getPackageName().startsWith("com.nimbusds")
                            || type.getPackageName().startsWith("com.webauthn4j");
                    return library || (platform && !type.isEquivalentTo(SecureRandom.class));
                }
            })
            .because(
                    "keys and algorithms are reviewed in one place; what proves the log holds no key, and is reviewed with its format");

    @ArchTest
    static final ArchRule jdksPkcs11WrapperIsUsedInOnePlace = noClasses()
            .that()
            .haveNameNotMatching("io\\.frontless\\.vault\\.hsm\\.(Cryptoki|InsideKeys?)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sun.security..")
            .because("it is internal to the JDK: whoever changes the JDK looks here (docs/adr/042)");

    @ArchTest
    static final ArchRule onlyOutboundCallsOtherHosts = noClasses()
            .that()
            .resideOutsideOfPackage("io.frontless.outbound..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("open a connection") {
                @Override
                public boolean test(JavaClass type) {
                    return CONNECTING.contains(type.getName())
                            || CONNECTING_PACKAGES.stream()
                                    .anyMatch(each -> type.getPackageName().startsWith(each));
                }
            })
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .because("what is called from here is listed by an administrator, and checked in one place");

    @ArchTest
    static final ArchRule onlyTheMoverBecomesTheOwnerOfTheTables = noClasses()
            .that()
            .resideOutsideOfPackage("io.frontless.placement..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.frontless.placement.entity.OwnerConnections")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql.ds..")
            .because("the owner may do what the application never may");

    @ArchTest
    static final ArchRule onlyMailSpeaksSmtp = noClasses()
            .that()
            .resideOutsideOfPackage("io.frontless.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..")
            .because("mail goes to the one configured server, over TLS");

    @ArchTest
    static final ArchRule theAssistantCannotReachTheVault = noClasses()
            .that()
            .resideInAPackage("io.frontless.assistant..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.frontless.vault..")
            .because("assume that the model is hostile");

    @ArchTest
    static final ArchRule secretsStayBelowTheBoundary = noClasses()
            .that()
            .resideInAnyPackage("io.frontless.assistant..", "io.frontless.bridge..", "..boundary..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Secret.class, SealedSecret.class, Vault.class)
            .because(
                    "a secret is opened at the moment of use, by what uses it; nothing that answers somebody ever holds one");

    @ArchTest
    static final ArchRule everyEndpointDeclaresItsPermission = methods()
            .that(new DescribedPredicate<>("answer a request") {
                @Override
                public boolean test(JavaMethod method) {
                    return VERBS.stream().anyMatch(method::isAnnotatedWith);
                }
            })
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(OpenToAll.class)
            .orShould()
            .beAnnotatedWith(OperatorOnly.class)
            .because("an endpoint that says nothing is refused at run time; the build says so earlier");

    @ArchTest
    static final ArchRule everyPageDeclaresItsPermission = classes()
            .that()
            .haveSimpleNameEndingWith("Page")
            .and()
            .resideInAPackage("..boundary..")
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(OpenToAll.class)
            .because("a page is an endpoint like any other");

    @ArchTest
    static final ArchRule timeIdsAndRandomnessComeFromTheKernel = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.frontless.workspace.control.Platform")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("tests hold them still");

    @ArchTest
    static final ArchRule onlySessionBeansAndBoundariesHaveInjectedFields = fields().that()
            .areAnnotatedWith(Inject.class)
            .should(new ArchCondition<>("belong to a session bean or to the boundary") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    JavaClass owner = field.getOwner();
                    boolean fine = owner.isAnnotatedWith(Stateless.class)
                            || owner.isAnnotatedWith(Singleton.class)
                            || Product.isBoundary(owner);
                    events.add(new SimpleConditionEvent(field, fine, field.getFullName()));
                }
            })
            .because("everything else has a plain constructor, so that a test can call it");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.frontless.vault.hsm.ThreadOutput")
            .and()
            .doNotHaveFullyQualifiedName("io.frontless.verifier.VerifierProgram")
            .should(ACCESS_STANDARD_STREAMS)
            .because(
                    "a server has a log; of the exceptions, one reads what the PKCS#11 provider prints, and one is a program for people");

    @ArchTest
    static void sessionBeansHaveNamesOfTheirOwn(JavaClasses product) {
        Map<String, Long> count = product.stream()
                .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        count.values().removeIf(beans -> beans == 1);
        assertThat(count)
                .as(
                        "the container knows session beans by their simple names, and gives up annotations of a module with two of one name")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)")
            .orShould()
            .haveSimpleNameStartingWith("Default")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("such names say nothing");
}
