package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddLink;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveLink;
import io.frontless.record.entity.Links;
import io.frontless.record.entity.Links.Stored;
import io.frontless.record.entity.StoredRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Adds a link to a record. */
@Dependent
public class AddLinkHandler implements OperationHandler<AddLink> {

    private final LinkState state;
    private final Links links;
    private final WorkingSet records;
    private final RecordState recordState;

    @Inject
    public AddLinkHandler(LinkState state, Links links, WorkingSet records, RecordState recordState) {
        this.recordState = recordState;
        this.state = state;
        this.links = links;
        this.records = records;
    }

    @Override
    public Class<AddLink> operation() {
        return AddLink.class;
    }

    @Override
    public Prepared check(AddLink operation, Execution execution) {
        LinkState.Place place = new LinkState.Place(operation.entity(), operation.record(), operation.id());
        state.requireAddable(execution, place);
        String target = records.find(execution.workspaceId(), operation.to())
                .map(StoredRecord::entity)
                .orElseThrow(() -> Rejection.notFound("record", operation.to()));
        recordState.lockLivingAnyVersion(execution, target, operation.to());
        Stored link = new Stored(operation.id(), operation.record(), operation.to(), operation.label(), 1, false);
        Change change = state.change(execution, place, null, LinkState.state(link), 1);
        return new Prepared(change, () -> links.add(execution.workspaceId(), link));
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
