package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.AddComment;
import io.frontless.operation.AddLink;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.RemoveLink;
import io.frontless.operation.RemoveSavepoint;
import io.frontless.operation.RestoreComment;
import io.frontless.operation.RestoreLink;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UnmergeRecord;
import io.frontless.operation.UpsertRecord;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases for what hangs on records, for what stands for several operations, and for undo. */
final class NoteCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0003L);

    private NoteCases() {}

    static List<OperationCase> all() {
        return List.of(
                upsertRecord(),
                mergeRecords(),
                unmergeRecord(),
                addComment(),
                removeComment(),
                restoreComment(),
                addLink(),
                removeLink(),
                restoreLink(),
                createSavepoint(),
                removeSavepoint(),
                undo());
    }

    private static OperationCase upsertRecord() {
        Values named = Values.of("name", "Free").with("note", "upserted");
        return new OperationCase(
                UpsertRecord.class,
                here -> new UpsertRecord("thing", NEW, "name", named),
                here -> Map.of(
                        "entity deleted", step(new UpsertRecord("ghost", NEW, "name", named)),
                        "id of another",
                                step(new UpsertRecord("thing", here.free(), "name", Values.of("name", "Newer")))));
    }

    private static OperationCase mergeRecords() {
        return new OperationCase(
                MergeRecords.class,
                here -> new MergeRecords("thing", here.free(), here.referred()),
                here -> Map.of(
                        "deleted", step(new MergeRecords("thing", here.free(), here.deleted())),
                        "into a deleted one", step(new MergeRecords("thing", here.deleted(), here.free())),
                        "of another entity", step(new MergeRecords("part", here.free(), here.referred()))));
    }

    private static OperationCase unmergeRecord() {
        return new OperationCase(
                UnmergeRecord.class,
                here -> new UnmergeRecord("thing", here.notes().merged()),
                here -> Map.of(
                        "deleted but not merged", step(new UnmergeRecord("thing", here.deleted())),
                        "living", step(new UnmergeRecord("thing", here.free()))));
    }

    private static OperationCase addComment() {
        return new OperationCase(
                AddComment.class,
                here -> new AddComment("thing", here.free(), NEW, "Looked at"),
                here -> Map.of(
                        "id of another",
                                step(new AddComment(
                                        "thing", here.free(), here.notes().comment(), "Again")),
                        "record deleted", step(new AddComment("thing", here.deleted(), NEW, "Too late"))));
    }

    private static OperationCase removeComment() {
        return new OperationCase(
                RemoveComment.class,
                here -> new RemoveComment("thing", here.free(), here.notes().comment()),
                here -> Map.of(
                        "stale",
                                stale(new RemoveComment(
                                        "thing", here.free(), here.notes().comment())),
                        "removed already",
                                step(new RemoveComment(
                                        "thing", here.free(), here.notes().removedComment())),
                        "of another record",
                                step(new RemoveComment(
                                        "thing", here.referred(), here.notes().comment()))));
    }

    private static OperationCase restoreComment() {
        return new OperationCase(
                RestoreComment.class,
                here -> new RestoreComment("thing", here.free(), here.notes().removedComment()),
                here -> Map.of(
                        "stale",
                                stale(new RestoreComment(
                                        "thing", here.free(), here.notes().removedComment())),
                        "not removed",
                                step(new RestoreComment(
                                        "thing", here.free(), here.notes().comment()))));
    }

    private static OperationCase addLink() {
        return new OperationCase(
                AddLink.class,
                here -> new AddLink("thing", here.free(), NEW, here.referred(), "replaces"),
                here -> Map.of(
                        "id of another",
                                step(new AddLink(
                                        "thing", here.free(), here.notes().link(), here.referred(), "replaces")),
                        "to a deleted one", step(new AddLink("thing", here.free(), NEW, here.deleted(), "replaces")),
                        "record deleted", step(new AddLink("thing", here.deleted(), NEW, here.free(), "replaces"))));
    }

    private static OperationCase removeLink() {
        return new OperationCase(
                RemoveLink.class,
                here -> new RemoveLink("thing", here.free(), here.notes().link()),
                here -> Map.of(
                        "stale",
                                stale(new RemoveLink(
                                        "thing", here.free(), here.notes().link())),
                        "removed already",
                                step(new RemoveLink(
                                        "thing", here.free(), here.notes().removedLink()))));
    }

    private static OperationCase restoreLink() {
        return new OperationCase(
                RestoreLink.class,
                here -> new RestoreLink("thing", here.free(), here.notes().removedLink()),
                here -> Map.of(
                        "stale",
                                stale(new RestoreLink(
                                        "thing", here.free(), here.notes().removedLink())),
                        "not removed",
                                step(new RestoreLink(
                                        "thing", here.free(), here.notes().link()))));
    }

    private static OperationCase createSavepoint() {
        return new OperationCase(
                CreateSavepoint.class,
                here -> new CreateSavepoint("now"),
                here -> Map.of("there already", step(new CreateSavepoint("furnished"))));
    }

    private static OperationCase removeSavepoint() {
        return new OperationCase(
                RemoveSavepoint.class,
                here -> new RemoveSavepoint("furnished"),
                here -> Map.of(
                        "stale", stale(new RemoveSavepoint("furnished")),
                        "never there", step(new RemoveSavepoint("nowhere"))));
    }

    private static OperationCase undo() {
        UUID unknown = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0002L);
        return new OperationCase(
                Undo.class,
                here -> Undo.of(new UndoTarget.Plan(here.last())),
                here -> Map.of(
                        "event that never was", step(Undo.of(new UndoTarget.Event(unknown))),
                        "plan that never was", step(Undo.of(new UndoTarget.Plan(unknown))),
                        "savepoint that is not there", step(Undo.of(new UndoTarget.Savepoint("nowhere")))));
    }
}
