package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.LogRows;
import io.frontless.seal.entity.TreeRows;
import io.frontless.verifier.Entry;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

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
        return logs.entries(caller.workspaceId(), from, Math.min(to, from + Limits.BATCH_STEPS));
    }

    /** Rows that should be sealed by now, and are not. */
    public List<String> strays(Caller caller) {
        caller.require(Permission.EXPORT);
        return logs.strays(caller.workspaceId(), Limits.EXAMPLES_MAX);
    }
}
