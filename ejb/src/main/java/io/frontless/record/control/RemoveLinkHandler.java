package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveLink;
import io.frontless.operation.RestoreLink;
import io.frontless.record.entity.Links;
import io.frontless.record.entity.Links.Stored;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes a link. */
@Dependent
public class RemoveLinkHandler implements OperationHandler<RemoveLink> {

    private final LinkState state;
    private final Links links;

    @Inject
    public RemoveLinkHandler(LinkState state, Links links) {
        this.state = state;
        this.links = links;
    }

    @Override
    public Class<RemoveLink> operation() {
        return RemoveLink.class;
    }

    @Override
    public Prepared check(RemoveLink operation, Execution execution) {
        LinkState.Place place = new LinkState.Place(operation.entity(), operation.record(), operation.id());
        Stored stored = state.lock(execution, place, false);
        Change change = state.change(execution, place, LinkState.state(stored), null, stored.version() + 1);
        return new Prepared(change, () -> links.setRemoved(execution.workspaceId(), operation.id(), true));
    }

    @Override
    public Operation inverse(EventView event) {
        LinkState.Place place = LinkState.place(event);
        return new RestoreLink(place.entity(), place.recordId(), place.id());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
