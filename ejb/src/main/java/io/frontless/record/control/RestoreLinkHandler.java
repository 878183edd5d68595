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

/** Brings back a removed link. */
@Dependent
public class RestoreLinkHandler implements OperationHandler<RestoreLink> {

    private final LinkState state;
    private final Links links;

    @Inject
    public RestoreLinkHandler(LinkState state, Links links) {
        this.state = state;
        this.links = links;
    }

    @Override
    public Class<RestoreLink> operation() {
        return RestoreLink.class;
    }

    @Override
    public Prepared check(RestoreLink operation, Execution execution) {
        LinkState.Place place = new LinkState.Place(operation.entity(), operation.record(), operation.id());
        Stored stored = state.lock(execution, place, true);
        Change change = state.change(execution, place, null, LinkState.state(stored), stored.version() + 1);
        return new Prepared(change, () -> links.setRemoved(execution.workspaceId(), operation.id(), false));
    }

    @Override
    public Operation inverse(EventView event) {
        LinkState.Place place = LinkState.place(event);
        return new RemoveLink(place.entity(), place.recordId(), place.id());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
