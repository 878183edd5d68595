package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.HandlerRegistry;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddPasskey;
import io.frontless.operation.AdmitMember;
import io.frontless.operation.ChangeAddress;
import io.frontless.operation.ConfirmMove;
import io.frontless.operation.CreateAccount;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.DestroyInstallationKey;
import io.frontless.operation.DisableTotp;
import io.frontless.operation.EnableTotp;
import io.frontless.operation.EndSession;
import io.frontless.operation.JoinWorkspace;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.LinkIdentity;
import io.frontless.operation.MoveWorkspace;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.OpenSession;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.ReauthorizeConnection;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.RemoveArchived;
import io.frontless.operation.RemovePasskey;
import io.frontless.operation.RenameAccount;
import io.frontless.operation.RenamePasskey;
import io.frontless.operation.RenewRecoveryCodes;
import io.frontless.operation.Reversal;
import io.frontless.operation.RevokeApiKey;
import io.frontless.operation.RotateInstallationKey;
import io.frontless.operation.SetPassword;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UnlinkIdentity;
import io.frontless.operation.UseRecoveryCode;
import io.frontless.operation.UseSecret;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every operation: accepted, denied, contradicting the present state, and taken back. */
class OperationsIT extends InsideApplication {
    /** Never part of a plan: founding, tested below by itself, and what people do with their own accounts, tested in AccountIT, SecondFactorIT and PasskeysIT; joining and leaving, tested in MembersIT; the use of a secret, tested in VaultIT; the destruction of all keys, tested in KeysIT; redactions, tested in RedactionIT; removals, tested in RetentionIT; the keys of the installation, tested in InstallationKeysIT; moves, tested in DedicatedDatabaseIT; what a provider's connection does, tested in OidcIT. */
    private static final Set<Class<? extends Operation>> ELSEWHERE = Set.of(
            CreateWorkspace.class,
            CreateAccount.class,
            RenameAccount.class,
            SetPassword.class,
            ChangeAddress.class,
            OpenSession.class,
            EndSession.class,
            EnableTotp.class,
            DisableTotp.class,
            AddPasskey.class,
            RenamePasskey.class,
            RemovePasskey.class,
            RenewRecoveryCodes.class,
            UseRecoveryCode.class,
            JoinWorkspace.class,
            LeaveWorkspace.class,
            AdmitMember.class,
            LinkIdentity.class,
            UnlinkIdentity.class,
            UseSecret.class,
            ShredKeys.class,
            RotateInstallationKey.class,
            DestroyInstallationKey.class,
            MoveWorkspace.class,
            ConfirmMove.class,
            RedactEvents.class,
            RemoveArchived.class);

    /** Undone by what cannot be taken back. */
    private static final Set<Class<? extends Operation>> NOT_DONE_AGAIN =
            Set.of(CreateApiKey.class, OpenConnection.class, ReauthorizeConnection.class);

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    HandlerRegistry registry;

    @Inject
    Ids ids;

    @Test
    void everyOperationHasACase() {
        List<Class<?>> tested = new ArrayList<>();
        OperationCases.all().forEach(one -> tested.add(one.operation()));
        tested.addAll(ELSEWHERE);

        assertThat(tested).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @Test
    void everyCaseIsOfItsOperation() {
        Furniture here = Furniture.in(bench, ids);

        for (OperationCase one : OperationCases.all()) {
            assertThat(one.accepted().apply(here)).isInstanceOf(one.operation());
            assertThat(one.refused().apply(here)).isNotEmpty();
            assertThat(one.refused().apply(here).values())
                    .allMatch(step -> step.op().equals(one.step(here).op()));
        }
    }

    @Test
    void acceptedOperationIsCarriedOutAndWrittenDownOnce() {
        for (OperationCase one : OperationCases.all()) {
            Furniture here = Furniture.in(bench, ids);
            Caller owner = here.place().owner();
            Step step = one.step(here);
            List<String> state = bench.state(owner);
            List<String> log = bench.log(owner);

            PlanView plan = bench.run(owner, List.of(step));

            EventView event = bench.lastEvent(owner);
            assertThat(plan.status()).as(step.op()).isEqualTo(PlanView.Status.EXECUTED);
            assertThat(bench.state(owner)).as(step.op()).isNotEqualTo(state);
            assertThat(bench.log(owner))
                    .as(step.op())
                    .hasSizeGreaterThan(log.size())
                    .startsWith(log.toArray(new String[0]));
            if (registry.handlerOf(one.operation()) instanceof OperationHandler) {
                assertThat(bench.log(owner)).as(step.op()).hasSize(log.size() + 1);
                assertThat(event.action()).isEqualTo(step.op());
            }
            assertThat(event.planId()).as(step.op()).isEqualTo(plan.planId());
        }
    }

    @Test
    void roleThatDoesNotAllowAnOperationCannotHaveItDone() {
        for (OperationCase one : OperationCases.all()) {
            Furniture here = Furniture.in(bench, ids);
            Operation operation = one.accepted().apply(here);
            PlanView proposed = bench.propose(here.place().owner(), operation);
            List<String> before = everything(here.place());
            List<Role> roles = Role.READY_MADE.stream()
                    .filter(role -> !role.access().allows(operation.permission(), operation.entity()))
                    .toList();

            if (operation.permission() != Permission.READ) {
                assertThat(roles).as(operation.name()).contains(Role.VIEWER);
            }
            for (Role role : roles) {
                Caller caller = here.place().as(role);
                assertThat(refusal(() -> bench.propose(caller, operation)).reason())
                        .as(operation.name())
                        .isEqualTo(Reason.DENIED);
                assertThat(refusal(() -> bench.execute(caller, proposed)).reason())
                        .as("%s, proposed when it was allowed", operation.name())
                        .isEqualTo(Reason.DENIED);
            }
            assertThat(everything(here.place())).as(operation.name()).isEqualTo(before);
        }
    }

    @Test
    void operationThatContradictsThePresentStateIsRefusedAndChangesNothing() {
        for (OperationCase one : OperationCases.all()) {
            Furniture here = Furniture.in(bench, ids);
            List<String> before = everything(here.place());

            for (Map.Entry<String, Step> refused : one.refused().apply(here).entrySet()) {
                Step step = refused.getValue();
                String what = step.op() + ", " + refused.getKey();
                Rejection refusal = refusal(() -> bench.propose(here.place().owner(), List.of(step)));

                assertThat(refusal.reason()).as(what).isIn(Reason.CONFLICT, Reason.NOT_FOUND);
                assertThat(refusal.message()).as(what).isNotBlank();
                assertThat(refusal.details()).as(what).isNotEmpty();
            }
            assertThat(everything(here.place()))
                    .as(one.operation().getSimpleName())
                    .isEqualTo(before);
        }
    }

    @Test
    void undoLeavesEverythingAsItWasAndRedoAsItWasDone() {
        for (OperationCase one : OperationCases.all()) {
            Furniture here = Furniture.in(bench, ids);
            if (one.accepted().apply(here).reversal() == Reversal.NONE || NOT_DONE_AGAIN.contains(one.operation())) {
                continue;
            }
            Caller owner = here.place().owner();
            String name = one.step(here).op();
            List<String> before = bench.state(owner);
            List<String> log = bench.log(owner);
            PlanView done = bench.run(owner, List.of(one.step(here)));
            List<String> after = bench.state(owner);

            PlanView undone = bench.undo(owner, done);
            List<String> undoneState = bench.state(owner);
            bench.undo(owner, undone);

            assertThat(undoneState).as(name + " undone").isEqualTo(before);
            assertThat(bench.state(owner)).as(name + " done again").isEqualTo(after);
            assertThat(bench.log(owner))
                    .as(name)
                    .hasSize(log.size() + 3 * done.changeCount())
                    .startsWith(log.toArray(new String[0]));
        }
    }

    @Test
    void creationOfAnApiKeyIsUndoneForGood() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> before = bench.state(owner);
        PlanView done = bench.run(owner, KeyCases.key("clerk", 30, null));

        PlanView undone = bench.undo(owner, done);

        assertThat(bench.state(owner)).isEqualTo(before);
        assertThat(bench.lastEvent(owner).action()).isEqualTo("apikey.revoke");
        assertThat(refusal(() -> bench.undo(owner, undone)).reason()).isEqualTo(Reason.CONFLICT);
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void connectingAndAuthorizingAnewAreUndoneForGood() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        UUID grant = here.services().grant();

        assertUndoneForGood(owner, new OpenConnection(grant, "Office", grant), "connection.disconnect");
        assertUndoneForGood(owner, new ReauthorizeConnection(here.services().lapsed(), grant), "connection.lapse");
    }

    private void assertUndoneForGood(Caller owner, Operation operation, String undoing) {
        List<String> before = bench.state(owner);
        PlanView undone = bench.undo(owner, bench.run(owner, operation));

        assertThat(bench.state(owner)).isEqualTo(before);
        assertThat(bench.lastEvent(owner).action()).isEqualTo(undoing);
        assertThat(refusal(() -> bench.undo(owner, undone)).reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void revokingAnApiKeyWaitsForNobodyAndCannotBeTakenBack() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();

        PlanView done = bench.run(owner, new RevokeApiKey(here.key()));

        assertThat(done.status()).isEqualTo(PlanView.Status.EXECUTED);
        assertThat(refusal(() -> bench.undo(owner, done)).reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void foundingAWorkspaceMakesItsFirstEvent() {
        Place place = bench.found();

        EventView event = bench.lastEvent(place.owner());
        assertThat(event.action()).isEqualTo("workspace.create");
        assertThat(event.after()).containsExactly(Map.entry("label", "Bench"));
        assertThat(bench.log(place.owner())).hasSize(1);
    }

    @Test
    void foundingIsDeniedToWhomMayNotFound() {
        Person person = bench.person();
        Caller viewer = new Caller(ids.get(), person.actor(), Role.OWNER.access());

        Rejection refusal = refusal(() -> gateway.found(viewer, new CreateWorkspace("Mine")));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void foundingAWorkspaceThatExistsIsRefused() {
        Place place = bench.found();
        Caller founder = new Caller(place.workspaceId(), place.founder().actor(), Access.founding());

        Rejection refusal = refusal(() -> gateway.found(founder, new CreateWorkspace("Again")));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(bench.log(place.owner())).hasSize(1);
    }

    @Test
    void planCannotFoundAWorkspace() {
        Place place = bench.found();

        Rejection refusal = refusal(() -> bench.propose(place.owner(), new CreateWorkspace("Another")));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void foundingCannotBeTakenBack() {
        Place place = bench.found();
        EventView event = bench.lastEvent(place.owner());

        Rejection refusal =
                refusal(() -> gateway.proposeUndo(place.owner(), Undo.of(new UndoTarget.Event(event.eventId())), null));

        assertThat(new CreateWorkspace("Any").reversal()).isEqualTo(Reversal.NONE);
        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
    }

    private List<String> everything(Place place) {
        List<String> everything = new ArrayList<>(bench.state(place.owner()));
        everything.addAll(bench.log(place.owner()));
        return everything;
    }
}
