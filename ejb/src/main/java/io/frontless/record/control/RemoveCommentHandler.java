package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.RestoreComment;
import io.frontless.record.entity.Comments;
import io.frontless.record.entity.Comments.Stored;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes a comment. */
@Dependent
public class RemoveCommentHandler implements OperationHandler<RemoveComment> {

    private final CommentState state;
    private final Comments comments;

    @Inject
    public RemoveCommentHandler(CommentState state, Comments comments) {
        this.state = state;
        this.comments = comments;
    }

    @Override
    public Class<RemoveComment> operation() {
        return RemoveComment.class;
    }

    @Override
    public Prepared check(RemoveComment operation, Execution execution) {
        CommentState.Place place = new CommentState.Place(operation.entity(), operation.record(), operation.id());
        Stored stored = state.lock(execution, place, false);
        Change change = state.change(
                execution,
                place,
                CommentState.state(stored),
                null,
                stored.state().version() + 1);
        return new Prepared(change, () -> comments.setRemoved(execution.workspaceId(), operation.id(), true));
    }

    @Override
    public Operation inverse(EventView event) {
        CommentState.Place place = CommentState.place(event);
        return new RestoreComment(place.entity(), place.recordId(), place.id());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
