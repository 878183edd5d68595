package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerReasonTest {
    @Test
    void oneReasonIsItsFirstLine() {
        String report = """
                PlainTextActionReporterFAILUREDescription: set AdminCommandCould not change the attributes: port
                    a detail
                """;

        assertThat(ServerReason.of(report)).isEqualTo("Could not change the attributes: port");
    }

    @Test
    void ofSeveralReasonsTheFirstIsGivenWithItsPlace() {
        String report = """
                PlainTextActionReporterFAILUREDescription: deploy AdminCommandError occurred during deployment: Exception List with 2 exceptions:
                Exception 0 :
                org.jboss.weld.exceptions.DeploymentException: WELD-001408: Unsatisfied dependencies for type Runnable
                  at injection point [BackedAnnotatedField] @Inject a.Bean.r
                  at a.Bean.r(Bean.java:0)
                Exception 1 :
                """;

        assertThat(ServerReason.of(report))
                .isEqualTo("Error occurred during deployment: WELD-001408: Unsatisfied dependencies for type Runnable"
                        + " at injection point [BackedAnnotatedField] @Inject a.Bean.r");
    }

    @Test
    void reportWithoutReasonIsEmpty() {
        assertThat(ServerReason.of("PlainTextActionReporterFAILURE")).isEmpty();
    }
}
