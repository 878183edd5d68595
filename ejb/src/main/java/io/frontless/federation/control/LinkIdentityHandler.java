package io.frontless.federation.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.IdentityRows;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LinkIdentity;
import io.frontless.operation.Operation;
import io.frontless.operation.UnlinkIdentity;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Links a provider's subject to a member; a subject that stands for somebody already is never given to somebody else. */
@Dependent
public class LinkIdentityHandler implements OperationHandler<LinkIdentity> {

    private final IdentityRows rows;
    private final ProviderState providers;
    private final Members members;
    private final DirectoryState directory;
    private final IdentityState state;

    @Inject
    public LinkIdentityHandler(
            IdentityRows rows,
            ProviderState providers,
            Members members,
            DirectoryState directory,
            IdentityState state) {
        this.rows = rows;
        this.providers = providers;
        this.members = members;
        this.directory = directory;
        this.state = state;
    }

    @Override
    public Class<LinkIdentity> operation() {
        return LinkIdentity.class;
    }

    @Override
    public Prepared check(LinkIdentity operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        requireConnection(operation, execution);
        providers.requireConnected(workspaceId, operation.provider());
        if (members.lock(workspaceId, operation.member()).filter(Seat::active).isEmpty()) {
            throw Rejection.notFound("member", operation.member());
        }
        Subject subject = new Subject(operation.provider(), operation.issuer(), operation.subject());
        Optional<IdentityRows.Row> earlier = rows.lock(workspaceId, subject);
        earlier.ifPresent(row -> {
            execution.requireVersion("identity", row.version());
            if (!row.unlinked()) {
                throw Rejection.conflict("subject", "one that stands for nobody", operation.subject());
            }
        });

        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(IdentityState.change(subject, operation.member(), true, version), () -> {
            if (earlier.isPresent()) {
                rows.link(workspaceId, subject, operation.member());
            } else {
                rows.add(workspaceId, subject, operation.member());
            }
            directory.meet(workspaceId, operation.member());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        Subject subject = IdentityState.subjectOf(event);
        return new UnlinkIdentity(
                subject.providerId(), subject.issuer(), subject.subject(), IdentityState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    /** Nobody says for another whom a provider means, but for taking an unlinking back. */
    private static void requireConnection(LinkIdentity operation, Execution execution) {
        Actor actor = execution.caller().actor();
        boolean connection = actor.kind() == Actor.Kind.CONNECTION && actor.id().equals(operation.provider());
        if (!connection && execution.undoes() == null) {
            throw new Rejection(Reason.DENIED, "only the provider's connection says whom it means by a subject");
        }
    }
}
