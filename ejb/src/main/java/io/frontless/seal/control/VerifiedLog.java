package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.LogRows;
import io.frontless.seal.entity.TreeRows;
import io.frontless.verifier.Entry;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A workspace's log for its verification, all of it, whoever asks: nothing of it is shown but what is wrong. Each part is a transaction of its own. */
@Stateless
@InWorkspace
public class VerifiedLog {

    @Inject
    TreeRows tree;

    @Inject
    LogRows logs;

    /** The last signed head. */
    public Optional<TreeHead.Signed> head(Caller caller) {
        caller.require(Permission.EXPORT);
        return tree.latestHead(caller.workspaceId());
    }

    /** The next part from a position on, up to another, as the verifier takes it. */
    public List<Entry> entries(Caller caller, long from, long to) {
        caller.require(Permission.EXPORT);
        UUID workspaceId = caller.workspaceId();
        List<LogRows.Sealed> sealed = logs.sealed(workspaceId, from, Math.min(to, from + Limits.BATCH_STEPS));
        Map<Long, LoggedEvent> events = new HashMap<>();
        Map<Long, LoggedRefusal> refusals = new HashMap<>();
        logs.events(workspaceId, seqs(sealed, "event")).forEach(event -> events.put(event.seq(), event));
        logs.refusals(workspaceId, seqs(sealed, "refusal")).forEach(refusal -> refusals.put(refusal.seq(), refusal));
        return sealed.stream()
                .map(one -> {
                    boolean event = one.log().equals("event");
                    return new Entry(
                            one.position(),
                            one.log() + " " + one.seq(),
                            one.leaf(),
                            event ? events.get(one.seq()) : null,
                            event ? null : refusals.get(one.seq()));
                })
                .toList();
    }

    /** Rows that should be sealed by now, and are not. */
    public List<String> strays(Caller caller) {
        caller.require(Permission.EXPORT);
        return logs.strays(caller.workspaceId(), Limits.EXAMPLES_MAX);
    }

    private static List<Long> seqs(List<LogRows.Sealed> sealed, String log) {
        return sealed.stream()
                .filter(one -> one.log().equals(log))
                .map(LogRows.Sealed::seq)
                .toList();
    }
}
