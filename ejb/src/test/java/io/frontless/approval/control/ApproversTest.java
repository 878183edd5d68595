package io.frontless.approval.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.engine.control.Risk;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose rights allow to approve what. */
class ApproversTest {
    private static final Grant ALL = Grant.of(Grant.ANY, Permission.READ, Permission.APPROVE);

    @Test
    void ownersAndAdminsApproveAnythingAndOthersNothing() {
        assertThat(may(Role.OWNER.access(), 1, "deal", null)).isTrue();
        assertThat(may(Role.ADMIN.access(), 1, "deal", null)).isTrue();
        assertThat(may(Role.MEMBER.access(), 1, "deal")).isFalse();
        assertThat(may(Role.VIEWER.access(), 1, "deal")).isFalse();
    }

    @Test
    void rightIsTheWholeWorkspacesAndNotOneTables() {
        Access ofDeals =
                access(Grant.of(Grant.ANY, Permission.READ), Grant.of("deal", Permission.READ, Permission.APPROVE));

        assertThat(may(ofDeals, 1, "deal")).isFalse();
        assertThat(may(access(ALL), 1, "deal")).isTrue();
    }

    @Test
    void nobodyApprovesWhatTheyMayNotSeeAllOf() {
        Access hiding = access(ALL, Grant.of("deal", Permission.READ).hiding("margin"));
        Access some = access(
                Grant.of("client", Permission.READ),
                Grant.of("deal", Permission.READ).where(Filter.equal("region", "north")),
                Grant.of(Grant.ANY, Permission.APPROVE));

        assertThat(may(hiding, 1, "client", null)).isTrue();
        assertThat(may(hiding, 2, "client", "deal")).isFalse();
        assertThat(may(some, 1, "deal")).isFalse();
    }

    @Test
    void whatIsNotShownMayBeAboutAnything() {
        Access hiding = access(ALL, Grant.of("deal", Permission.READ).hiding("margin"));

        assertThat(may(access(ALL), 60, "client")).isTrue();
        assertThat(may(hiding, 60, "client")).isFalse();
    }

    private static Access access(Grant... grants) {
        return new Access("approver", List.of(grants));
    }

    private static boolean may(Access access, int changes, @Nullable String... shown) {
        List<ChangeView> some = Arrays.stream(shown)
                .map(entity -> new ChangeView("s1", "event.redact", entity, null, "", null, null, Map.of()))
                .toList();
        PlanView plan = new PlanView(
                new UUID(1, 2),
                null,
                "Redact",
                PlanView.Status.PROPOSED,
                Risk.IRREVERSIBLE,
                1,
                some,
                Math.max(changes, some.size()),
                List.of(),
                0,
                "0f",
                Instant.EPOCH,
                Instant.EPOCH);
        return Approvers.mayApprove(access, plan);
    }
}
