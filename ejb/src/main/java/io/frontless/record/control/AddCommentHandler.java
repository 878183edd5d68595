package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.AddComment;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveComment;
import io.frontless.record.entity.Comments;
import io.frontless.record.entity.Comments.Stored;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;

/** Adds a comment to a record. */
@Dependent
public class AddCommentHandler implements OperationHandler<AddComment> {

    private final CommentState state;
    private final Comments comments;

    @Inject
    public AddCommentHandler(CommentState state, Comments comments) {
        this.state = state;
        this.comments = comments;
    }

    @Override
    public Class<AddComment> operation() {
        return AddComment.class;
    }

    @Override
    public Prepared check(AddComment operation, Execution execution) {
        CommentState.Place place = new CommentState.Place(operation.entity(), operation.record(), operation.id());
        state.requireAddable(execution, place);
        Stored comment = new Stored(
                operation.id(),
                operation.record(),
                new Comments.Author(
                        execution.caller().actor().id(),
                        execution.caller().actor().name()),
                operation.text(),
                execution.now().truncatedTo(ChronoUnit.MICROS),
                new Comments.State(1, false));
        Change change = state.change(execution, place, null, CommentState.state(comment), 1);
        return new Prepared(change, () -> comments.add(execution.workspaceId(), comment));
    }

    @Override
    public Operation inverse(EventView event) {
        CommentState.Place place = CommentState.place(event);
        return new RemoveComment(place.entity(), place.recordId(), place.id());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
