package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddPasskey;
import io.frontless.operation.AdmitMember;
import io.frontless.operation.ChangeAddress;
import io.frontless.operation.CloseConnection;
import io.frontless.operation.ConfirmMove;
import io.frontless.operation.CreateAccount;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DestroyInstallationKey;
import io.frontless.operation.DestroyKey;
import io.frontless.operation.DisableTotp;
import io.frontless.operation.EnableTotp;
import io.frontless.operation.EndSession;
import io.frontless.operation.JoinWorkspace;
import io.frontless.operation.LapseConnection;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.LinkIdentity;
import io.frontless.operation.MoveWorkspace;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.OpenSession;
import io.frontless.operation.Operation;
import io.frontless.operation.ReauthorizeConnection;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.RemoveArchived;
import io.frontless.operation.RemovePasskey;
import io.frontless.operation.RenameAccount;
import io.frontless.operation.RenamePasskey;
import io.frontless.operation.RenewRecoveryCodes;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.RevokeApiKey;
import io.frontless.operation.RotateInstallationKey;
import io.frontless.operation.RotateKey;
import io.frontless.operation.SetPassword;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UnlinkIdentity;
import io.frontless.operation.UseRecoveryCode;
import io.frontless.operation.UseSecret;
import io.frontless.operation.WithdrawApproval;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of operations of all types, undone in reverse, leave everything as it was, and the log only grows. A failing seed is named by the
 * failure; with {@code FRONTLESS_SEQUENCES_SEED} in the environment it is run again, with {@code FRONTLESS_SEQUENCES} more or fewer are run.
 */
class SequencesIT extends InsideApplication {
    private static final int LENGTH = 6;
    private static final int SEQUENCES_OF_A_WORKSPACE = 10;

    /**
     * Never part of a plan; undo itself is what takes the others back. Who joins is no member yet, and who has left cannot take that back;
     * what a provider's connection does, nobody else does; and what another service has agreed to is not there again. What was done with keys and secrets cannot
     * be taken back; an approval takes two people.
     */
    private static final Set<Class<?>> ELSEWHERE = Set.of(
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
            MoveWorkspace.class,
            ConfirmMove.class,
            LeaveWorkspace.class,
            RequestApproval.class,
            DecideApproval.class,
            WithdrawApproval.class,
            RevokeApiKey.class,
            AdmitMember.class,
            LinkIdentity.class,
            UnlinkIdentity.class,
            UseSecret.class,
            RotateKey.class,
            DestroyKey.class,
            ShredKeys.class,
            RotateInstallationKey.class,
            DestroyInstallationKey.class,
            RedactEvents.class,
            RemoveArchived.class,
            OpenConnection.class,
            CloseConnection.class,
            LapseConnection.class,
            ReauthorizeConnection.class,
            Undo.class);

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    @Test
    void everyOperationIsAmongThem() {
        Set<Class<?>> made = new HashSet<>(RandomOperations.all().keySet());
        made.addAll(ELSEWHERE);

        assertThat(made).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @Test
    void sequencesUndoneInReverseLeaveEverythingAsItWas() {
        int sequences = setting("FRONTLESS_SEQUENCES", 300);
        int first = setting("FRONTLESS_SEQUENCES_SEED", 1);
        Set<String> accepted = new TreeSet<>();
        Furniture here = Furniture.in(bench, ids);

        for (int seed = first; seed < first + sequences; seed++) {
            if (seed % SEQUENCES_OF_A_WORKSPACE == 0) {
                here = Furniture.in(bench, ids);
            }
            sequence(here.place().owner(), seed, accepted);
        }

        if (sequences >= 100) {
            Set<String> all = new TreeSet<>();
            RandomOperations.all().keySet().forEach(type -> all.add(type.getSimpleName()));
            assertThat(accepted).as("each was accepted at least once").isEqualTo(all);
        }
    }

    private void sequence(Caller owner, int seed, Set<String> accepted) {
        Random random = new Random(seed);
        List<Class<? extends Operation>> types =
                List.copyOf(RandomOperations.all().keySet());
        List<String> before = bench.state(owner);
        List<String> log = bench.log(owner);
        List<PlanView> plans = new ArrayList<>();
        StringBuilder story = new StringBuilder("seed " + seed);

        for (int step = 0; step < LENGTH; step++) {
            World world = database.tried(
                    owner.workspaceId(), connection -> World.of(connection, owner.workspaceId(), random));
            // Each type has its turn: the seed goes round them all.
            Class<? extends Operation> type =
                    types.get(step == 0 ? Math.floorMod(seed, types.size()) : random.nextInt(types.size()));
            try {
                Operation operation =
                        Objects.requireNonNull(RandomOperations.all().get(type)).apply(world);
                PlanView plan = bench.run(owner, List.of(Step.of("s1", operation)));
                story.append("\n").append(operation);
                if (plan.changeCount() > 0) {
                    plans.add(plan);
                    accepted.add(type.getSimpleName());
                }
            } catch (Rejection refused) {
                story.append("\n(").append(type.getSimpleName()).append(" refused)");
            }
        }
        for (int index = plans.size() - 1; index >= 0; index--) {
            takeBack(owner, plans.get(index), story);
        }

        assertThat(bench.state(owner)).as(story.toString()).isEqualTo(before);
        assertThat(bench.log(owner)).as(story.toString()).startsWith(log.toArray(new String[0]));
    }

    private void takeBack(Caller owner, PlanView plan, StringBuilder story) {
        try {
            bench.undo(owner, plan);
        } catch (Rejection refusal) {
            throw new AssertionError(
                    story + "\nundo of " + plan.summary() + " "
                            + Arrays.toString(plan.changes().toArray()),
                    refusal);
        }
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
