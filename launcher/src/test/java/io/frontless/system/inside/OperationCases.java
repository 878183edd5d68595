package io.frontless.system.inside;

import static io.frontless.operation.FieldType.TEXT;
import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreEntity;
import io.frontless.operation.RestoreField;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.RestoreRole;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpdateRole;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A case for every operation that plans can hold. */
final class OperationCases {
    private static final FieldSpec NAME = FieldSpec.of("name", "Name", TEXT).identifying();

    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private OperationCases() {}

    static List<OperationCase> all() {
        return Stream.of(
                        plain(),
                        NoteCases.all(),
                        SchemaCases.all(),
                        BulkCases.all(),
                        MemberCases.all(),
                        KeyCases.all(),
                        FederationCases.all(),
                        ConnectionCases.all(),
                        AuditCases.all(),
                        ApprovalCases.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<OperationCase> plain() {
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
                createRole(),
                updateRole(),
                deleteRole(),
                restoreRole(),
                assignMember());
    }

    private static OperationCase createRole() {
        List<Grant> grants = List.of(Grant.of("thing", Permission.READ).keeping("note"));
        return new OperationCase(
                CreateRole.class,
                here -> new CreateRole("guard", "Guard", grants),
                here -> Map.of(
                        "key of another", step(new CreateRole("clerk", "Guard", grants)),
                        "key of a deleted one", step(new CreateRole("former", "Guard", grants)),
                        "key of a ready-made one", step(new CreateRole("owner", "Guard", grants)),
                        "label of another", step(new CreateRole("guard", "CLERK", grants)),
                        "label of a ready-made one", step(new CreateRole("guard", "viewer", grants)),
                        "entity deleted",
                                step(new CreateRole("guard", "Guard", List.of(Grant.of("ghost", Permission.READ)))),
                        "field deleted",
                                step(new CreateRole(
                                        "guard",
                                        "Guard",
                                        List.of(Grant.of("thing", Permission.READ)
                                                .hiding("old"))))));
    }

    private static OperationCase updateRole() {
        List<Grant> grants = List.of(Grant.of("part", Permission.READ, Permission.UPDATE));
        return new OperationCase(
                UpdateRole.class,
                here -> new UpdateRole("clerk", "Chief clerk", grants),
                here -> Map.of(
                        "stale", stale(new UpdateRole("clerk", "Chief clerk", grants)),
                        "deleted", step(new UpdateRole("former", "Former", grants)),
                        "ready made", step(new UpdateRole("viewer", "Viewer", grants)),
                        "label of another", step(new UpdateRole("clerk", "Porter", grants)),
                        "nothing to change", step(new UpdateRole("later", "Earlier", List.of()))));
    }

    private static OperationCase deleteRole() {
        return new OperationCase(
                DeleteRole.class,
                here -> new DeleteRole("porter"),
                here -> Map.of(
                        "stale", stale(new DeleteRole("porter")),
                        "deleted", step(new DeleteRole("former")),
                        "ready made", step(new DeleteRole("member")),
                        "in use", step(new DeleteRole("clerk"))));
    }

    private static OperationCase restoreRole() {
        return new OperationCase(
                RestoreRole.class,
                here -> new RestoreRole("former"),
                here -> Map.of(
                        "stale", stale(new RestoreRole("former")),
                        "not deleted", step(new RestoreRole("clerk")),
                        "label taken since", step(new RestoreRole("earlier"))));
    }

    private static OperationCase assignMember() {
        return new OperationCase(
                AssignMember.class,
                here -> new AssignMember(here.member(), "ADMIN"),
                here -> Map.of(
                        "stale", stale(new AssignMember(here.member(), "ADMIN")),
                        "role deleted", step(new AssignMember(here.member(), "former")),
                        "no member", step(new AssignMember(NEW, "ADMIN")),
                        "nothing to change", step(new AssignMember(here.member(), "clerk")),
                        "the last owner",
                                step(new AssignMember(here.place().founder().accountId(), "ADMIN"))));
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
        FieldSpec unique = note.labelled("Remark").demanding(false, true);
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
                        "unique but shared", step(new UpdateField("thing", kind.demanding(false, true))),
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
