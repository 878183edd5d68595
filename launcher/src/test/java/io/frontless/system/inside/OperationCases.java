package io.frontless.system.inside;

import static io.frontless.operation.FieldType.TEXT;
import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.AddComment;
import io.frontless.operation.AddLink;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.CommitImport;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.RemoveLink;
import io.frontless.operation.RemoveSavepoint;
import io.frontless.operation.RestoreComment;
import io.frontless.operation.RestoreEntity;
import io.frontless.operation.RestoreField;
import io.frontless.operation.RestoreLink;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UnmergeRecord;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpsertRecord;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A case for every operation that plans can hold. */
final class OperationCases {
    private static final FieldSpec NAME = FieldSpec.of("name", "Name", TEXT).identifying();

    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private OperationCases() {}

    static List<OperationCase> all() {
        return List.of(
                createEntity(),
                updateEntity(),
                deleteEntity(),
                restoreEntity(),
                createField(),
                updateField(),
                deleteField(),
                restoreField(),
                createRecord(),
                updateRecord(),
                deleteRecord(),
                restoreRecord(),
                upsertRecord(),
                mergeRecords(),
                unmergeRecord(),
                addComment(),
                removeComment(),
                restoreComment(),
                addLink(),
                removeLink(),
                restoreLink(),
                applyBulk(),
                commitImport(),
                createSavepoint(),
                removeSavepoint(),
                undo());
    }

    private static OperationCase createEntity() {
        return new OperationCase(
                CreateEntity.class,
                here -> new CreateEntity("gadget", "Gadget", List.of(NAME)),
                here -> Map.of(
                        "key of another", step(new CreateEntity("thing", "Gadget", List.of(NAME))),
                        "key of a deleted one", step(new CreateEntity("ghost", "Gadget", List.of(NAME))),
                        "label of another", step(new CreateEntity("gadget", "THING", List.of(NAME)))));
    }

    private static OperationCase updateEntity() {
        return new OperationCase(
                UpdateEntity.class,
                here -> new UpdateEntity("thing", "Article"),
                here -> Map.of(
                        "stale", stale(new UpdateEntity("thing", "Article")),
                        "deleted", step(new UpdateEntity("ghost", "Article")),
                        "label of another", step(new UpdateEntity("thing", "spare")),
                        "nothing to change", step(new UpdateEntity("thing", "Thing"))));
    }

    private static OperationCase deleteEntity() {
        return new OperationCase(
                DeleteEntity.class,
                here -> new DeleteEntity("part"),
                here -> Map.of(
                        "stale", stale(new DeleteEntity("part")),
                        "deleted", step(new DeleteEntity("ghost")),
                        "referred to", step(new DeleteEntity("thing"))));
    }

    private static OperationCase restoreEntity() {
        return new OperationCase(
                RestoreEntity.class,
                here -> new RestoreEntity("ghost"),
                here -> Map.of(
                        "stale", stale(new RestoreEntity("ghost")),
                        "not deleted", step(new RestoreEntity("thing")),
                        "label taken since", step(new RestoreEntity("shade"))));
    }

    private static OperationCase createField() {
        FieldSpec color = FieldSpec.of("color", "Color", TEXT);
        return new OperationCase(
                CreateField.class,
                here -> new CreateField("thing", color),
                here -> Map.of(
                        "key of another", step(new CreateField("thing", FieldSpec.of("note", "Color", TEXT))),
                        "key of a deleted one", step(new CreateField("thing", FieldSpec.of("old", "Color", TEXT))),
                        "label of another", step(new CreateField("thing", FieldSpec.of("color", "note", TEXT))),
                        "required where records are", step(new CreateField("thing", color.identifying())),
                        "entity deleted", step(new CreateField("ghost", color))));
    }

    private static OperationCase updateField() {
        FieldSpec note = FieldSpec.of("note", "Note", TEXT);
        FieldSpec unique = new FieldSpec("note", "Remark", TEXT, false, true, List.of(), null);
        FieldSpec kind = FieldSpec.choice("kind", "Kind", List.of("red", "blue"));
        return new OperationCase(
                UpdateField.class,
                here -> new UpdateField("thing", unique),
                here -> Map.of(
                        "stale", stale(new UpdateField("thing", unique)),
                        "deleted", step(new UpdateField("thing", FieldSpec.of("old", "Older", TEXT))),
                        "nothing to change", step(new UpdateField("thing", note)),
                        "label of another", step(new UpdateField("thing", FieldSpec.of("note", "NAME", TEXT))),
                        "required but empty", step(new UpdateField("thing", note.identifying())),
                        "unique but shared",
                                step(new UpdateField(
                                        "thing",
                                        new FieldSpec("kind", "Kind", kind.type(), false, true, kind.options(), null))),
                        "option in use dropped",
                                step(new UpdateField("thing", FieldSpec.choice("kind", "Kind", List.of("blue"))))));
    }

    private static OperationCase deleteField() {
        return new OperationCase(
                DeleteField.class,
                here -> new DeleteField("thing", "note"),
                here -> Map.of(
                        "stale", stale(new DeleteField("thing", "note")),
                        "deleted", step(new DeleteField("thing", "old")),
                        "the last one", step(new DeleteField("spare", "name"))));
    }

    private static OperationCase restoreField() {
        return new OperationCase(
                RestoreField.class,
                here -> new RestoreField("thing", "old"),
                here -> Map.of(
                        "stale", stale(new RestoreField("thing", "old")),
                        "not deleted", step(new RestoreField("thing", "note")),
                        "label taken since", step(new RestoreField("thing", "past"))));
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

    private static OperationCase applyBulk() {
        Values noted = Values.of("note", "bulk");
        return new OperationCase(
                ApplyBulk.class,
                here -> ApplyBulk.set("thing", List.of(here.free(), here.referred()), noted),
                here -> Map.of(
                        "never there", step(ApplyBulk.set("thing", List.of(NEW), noted)),
                        "entity deleted", step(ApplyBulk.delete("ghost", List.of(here.free()))),
                        "one value for two",
                                step(ApplyBulk.set(
                                        "thing", List.of(here.free(), here.referred()), Values.of("name", "Same"))),
                        "referred to", step(ApplyBulk.delete("thing", List.of(here.referred(), here.free())))));
    }

    private static OperationCase commitImport() {
        return new OperationCase(
                CommitImport.class,
                here -> new CommitImport(here.files().fitting(), CommitImport.Mode.ALL),
                here -> Map.of(
                        "never staged", step(new CommitImport(NEW, CommitImport.Mode.ALL)),
                        "rows that do not fit",
                                step(new CommitImport(here.files().unfitting(), CommitImport.Mode.ALL))));
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

    private static OperationCase createRecord() {
        Values named = Values.of("name", "New");
        return new OperationCase(
                CreateRecord.class,
                here -> new CreateRecord("thing", NEW, named.with("parent", "Referred")),
                here -> Map.of(
                        "id of another", step(new CreateRecord("thing", here.referred(), named)),
                        "id of a deleted one", step(new CreateRecord("thing", here.deleted(), named)),
                        "unique value of another", step(new CreateRecord("thing", NEW, Values.of("name", "FREE"))),
                        "entity deleted", step(new CreateRecord("ghost", NEW, named))));
    }

    private static OperationCase updateRecord() {
        Values noted = Values.of("note", "second").with("amount", null);
        return new OperationCase(
                UpdateRecord.class,
                here -> new UpdateRecord("thing", here.referred(), noted),
                here -> Map.of(
                        "stale", stale(new UpdateRecord("thing", here.referred(), noted)),
                        "deleted", step(new UpdateRecord("thing", here.deleted(), noted)),
                        "unique value of another",
                                step(new UpdateRecord("thing", here.referred(), Values.of("name", "free"))),
                        "nothing to change",
                                step(new UpdateRecord("thing", here.referred(), Values.of("note", "first"))),
                        "of another entity", step(new UpdateRecord("part", here.referred(), Values.of("name", "X")))));
    }

    private static OperationCase deleteRecord() {
        return new OperationCase(
                DeleteRecord.class,
                here -> new DeleteRecord("thing", here.free()),
                here -> Map.of(
                        "stale", stale(new DeleteRecord("thing", here.free())),
                        "deleted", step(new DeleteRecord("thing", here.deleted())),
                        "referred to", step(new DeleteRecord("thing", here.referred()))));
    }

    private static OperationCase restoreRecord() {
        return new OperationCase(
                RestoreRecord.class,
                here -> new RestoreRecord("thing", here.deleted()),
                here -> Map.of(
                        "stale", stale(new RestoreRecord("thing", here.deleted())),
                        "not deleted", step(new RestoreRecord("thing", here.free())),
                        "unique value taken since", step(new RestoreRecord("thing", here.displaced()))));
    }
}
