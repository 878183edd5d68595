package io.frontless.system.inside;

import io.frontless.operation.AddComment;
import io.frontless.operation.AddLink;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CommitImport;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.ConvertField;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.CreateConstraint;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateRole;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.CreateView;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.DeleteView;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.InviteMember;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.MoveField;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.RemoveLink;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RemoveSavepoint;
import io.frontless.operation.RenameOption;
import io.frontless.operation.RestoreComment;
import io.frontless.operation.RestoreConstraint;
import io.frontless.operation.RestoreEntity;
import io.frontless.operation.RestoreField;
import io.frontless.operation.RestoreLink;
import io.frontless.operation.RestoreMember;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.RestoreRole;
import io.frontless.operation.RestoreView;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.SetAssistantPolicy;
import io.frontless.operation.SetPolicy;
import io.frontless.operation.SuspendMember;
import io.frontless.operation.UnmergeRecord;
import io.frontless.operation.UpdateConstraint;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpdateRole;
import io.frontless.operation.UpdateView;
import io.frontless.operation.UpsertRecord;
import io.frontless.operation.Values;
import io.frontless.operation.ViewSpec;
import io.frontless.system.inside.World.Thing;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes operations of every type at random, most of them possible in the workspace as it is. */
final class RandomOperations {

    private static final Map<Class<? extends Operation>, Function<World, Operation>> MAKERS = makers();

    private RandomOperations() {}

    /** The types it makes. */
    static Map<Class<? extends Operation>, Function<World, Operation>> all() {
        return MAKERS;
    }

    private static Map<Class<? extends Operation>, Function<World, Operation>> makers() {
        Map<Class<? extends Operation>, Function<World, Operation>> makers = new LinkedHashMap<>();
        schema(makers);
        parts(makers);
        records(makers);
        notes(makers);
        many(makers);
        makers.put(CreateRole.class, world -> role(world, world.fresh("role")));
        makers.put(UpdateRole.class, world -> {
            CreateRole role = role(world, world.living("role").key());
            return new UpdateRole(role.role(), role.label(), role.grants());
        });
        makers.put(
                DeleteRole.class, world -> new DeleteRole(world.living("role").key()));
        makers.put(
                RestoreRole.class,
                world -> new RestoreRole(world.deleted("role").key()));
        makers.put(
                AssignMember.class,
                world -> new AssignMember(
                        world.living("member").id(),
                        world.one(
                                "ADMIN",
                                "MEMBER",
                                "VIEWER",
                                world.living("role").key())));
        makers.put(
                CreateApiKey.class,
                world -> KeyCases.key(world.one("VIEWER", world.living("role").key()), 30, null));
        members(makers);
        FederationCases.makers(makers);
        ConnectionCases.makers(makers);
        AuditCases.makers(makers);
        makers.put(CreateSavepoint.class, world -> new CreateSavepoint(world.fresh("mark")));
        makers.put(
                RemoveSavepoint.class,
                world -> new RemoveSavepoint(world.living("savepoint").key()));
        return makers;
    }

    private static void members(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(
                InviteMember.class,
                world -> new InviteMember(
                        world.freshId(), world.fresh("guest") + "@guests.example", world.one("MEMBER", "OWNER")));
        makers.put(
                RevokeInvitation.class,
                world -> new RevokeInvitation(world.living("invitation").id()));
        makers.put(
                SuspendMember.class,
                world -> new SuspendMember(world.living("member").id()));
        makers.put(
                ResumeMember.class,
                world -> new ResumeMember(world.living("suspended").id()));
        makers.put(
                RemoveMember.class,
                world -> new RemoveMember(world.living("member").id()));
        makers.put(
                RestoreMember.class,
                world -> new RestoreMember(
                        world.deleted("member").id(),
                        world.one("VIEWER", "ADMIN"),
                        world.random().nextBoolean()));
        makers.put(
                SetAssistantPolicy.class,
                world -> new SetAssistantPolicy(
                        List.of(),
                        world.random().nextBoolean(),
                        world.one("eu", "us"),
                        world.random().nextInt(9),
                        null));
        makers.put(
                SetPolicy.class,
                world -> new SetPolicy(
                        world.random().nextBoolean(), 1 + world.random().nextInt(24)));
    }

    private static void many(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(ApplyBulk.class, world -> {
            Thing record = world.living("record");
            List<UUID> ids =
                    List.of(record.id(), world.of("record", record.entity()).id());
            return world.random().nextInt(3) == 0
                    ? ApplyBulk.delete(record.entity(), ids)
                    : ApplyBulk.set(record.entity(), ids, Values.of("note", world.fresh("bulk")));
        });
        makers.put(
                CommitImport.class,
                world -> new CommitImport(
                        world.living("import").id(), world.one(CommitImport.Mode.ALL, CommitImport.Mode.VALID)));
    }

    private static void schema(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(CreateEntity.class, world -> {
            String key = world.fresh("entity");
            return new CreateEntity(key, key, List.of(FieldSpec.of("name", "Name", FieldType.TEXT), field(world)));
        });
        makers.put(
                UpdateEntity.class,
                world -> new UpdateEntity(world.living("entity").key(), world.fresh("Label")));
        makers.put(
                DeleteEntity.class,
                world -> new DeleteEntity(world.living("entity").key()));
        makers.put(
                RestoreEntity.class,
                world -> new RestoreEntity(world.deleted("entity").key()));
        makers.put(
                CreateField.class,
                world -> new CreateField(world.living("entity").key(), field(world)));
        makers.put(UpdateField.class, world -> {
            Thing field = world.living("field");
            FieldType type = type(field);
            FieldSpec spec = type == FieldType.CHOICE
                    ? FieldSpec.choice(field.key(), world.fresh("Field"), List.of("red", "blue", "green"))
                    : type == FieldType.REFERENCE
                            ? FieldSpec.reference(field.key(), world.fresh("Field"), "thing")
                            : FieldSpec.of(field.key(), world.fresh("Field"), type);
            return new UpdateField(
                    field.entity(), spec.demanding(false, world.random().nextInt(4) == 0 && type == FieldType.TEXT));
        });
        makers.put(DeleteField.class, world -> {
            Thing field = world.living("field");
            return new DeleteField(field.entity(), field.key());
        });
        makers.put(RestoreField.class, world -> {
            Thing field = world.deleted("field");
            return new RestoreField(field.entity(), field.key());
        });
        makers.put(MoveField.class, world -> {
            Thing field = world.living("field");
            return new MoveField(field.entity(), field.key(), 1 + world.random().nextInt(3));
        });
        makers.put(ConvertField.class, world -> {
            Thing field = world.living("field");
            FieldType to = world.one(
                    FieldType.TEXT, FieldType.LONG_TEXT, FieldType.DECIMAL, FieldType.INTEGER, FieldType.DATE);
            return new ConvertField(field.entity(), FieldSpec.of(field.key(), world.fresh("Field"), to), true);
        });
        makers.put(
                RenameOption.class,
                world -> new RenameOption("thing", "kind", world.one("red", "blue"), world.fresh("color")));
    }

    private static void parts(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(CreateView.class, world -> new CreateView("thing", view(world, world.fresh("view"))));
        makers.put(
                UpdateView.class,
                world ->
                        new UpdateView("thing", view(world, world.living("view").key())));
        makers.put(DeleteView.class, world -> {
            Thing view = world.living("view");
            return new DeleteView(view.entity(), view.key());
        });
        makers.put(RestoreView.class, world -> {
            Thing view = world.deleted("view");
            return new RestoreView(view.entity(), view.key());
        });
        makers.put(
                CreateConstraint.class, world -> new CreateConstraint("thing", constraint(world, world.fresh("rule"))));
        makers.put(
                UpdateConstraint.class,
                world -> new UpdateConstraint(
                        "thing", constraint(world, world.living("constraint").key())));
        makers.put(DeleteConstraint.class, world -> {
            Thing constraint = world.living("constraint");
            return new DeleteConstraint(constraint.entity(), constraint.key());
        });
        makers.put(RestoreConstraint.class, world -> {
            Thing constraint = world.deleted("constraint");
            return new RestoreConstraint(constraint.entity(), constraint.key());
        });
    }

    private static void records(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(CreateRecord.class, world -> {
            String entity = world.living("entity").key();
            return new CreateRecord(entity, world.freshId(), values(world, entity, true));
        });
        makers.put(UpdateRecord.class, world -> {
            Thing record = world.living("record");
            return new UpdateRecord(record.entity(), record.id(), values(world, record.entity(), false));
        });
        makers.put(DeleteRecord.class, world -> {
            Thing record = world.living("record");
            return new DeleteRecord(record.entity(), record.id());
        });
        makers.put(RestoreRecord.class, world -> {
            Thing record = world.deleted("record");
            return new RestoreRecord(record.entity(), record.id());
        });
        makers.put(
                UpsertRecord.class,
                world -> new UpsertRecord(
                        "thing",
                        world.freshId(),
                        "name",
                        Values.of("name", world.one("Free", "Referred", world.fresh("New")))
                                .with("note", world.fresh("note"))));
        makers.put(MergeRecords.class, world -> {
            Thing into = world.living("record");
            return new MergeRecords(
                    into.entity(), into.id(), world.of("record", into.entity()).id());
        });
        makers.put(UnmergeRecord.class, world -> {
            Thing record = world.deleted("record");
            return new UnmergeRecord(record.entity(), record.id());
        });
    }

    private static void notes(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(AddComment.class, world -> {
            Thing record = world.living("record");
            return new AddComment(record.entity(), record.id(), world.freshId(), world.fresh("text"));
        });
        makers.put(RemoveComment.class, world -> {
            Thing comment = world.living("comment");
            return new RemoveComment(comment.entity(), comment.owner(), comment.id());
        });
        makers.put(RestoreComment.class, world -> {
            Thing comment = world.deleted("comment");
            return new RestoreComment(comment.entity(), comment.owner(), comment.id());
        });
        makers.put(AddLink.class, world -> {
            Thing record = world.living("record");
            UUID to = world.living("record").id();
            return new AddLink(record.entity(), record.id(), world.freshId(), to, world.fresh("label"));
        });
        makers.put(RemoveLink.class, world -> {
            Thing link = world.living("link");
            return new RemoveLink(link.entity(), link.owner(), link.id());
        });
        makers.put(RestoreLink.class, world -> {
            Thing link = world.deleted("link");
            return new RestoreLink(link.entity(), link.owner(), link.id());
        });
    }

    private static FieldSpec field(World world) {
        String key = world.fresh("field");
        return switch (world.random().nextInt(4)) {
            case 0 -> FieldSpec.choice(key, key, List.of("red", "blue"));
            case 1 -> FieldSpec.reference(key, key, world.living("entity").key());
            default ->
                FieldSpec.of(key, key, world.one(FieldType.TEXT, FieldType.DECIMAL, FieldType.DATE, FieldType.BOOLEAN));
        };
    }

    private static ViewSpec view(World world, String key) {
        return new ViewSpec(
                key,
                world.fresh("View"),
                Filter.equal("kind", "red"),
                List.of(new ViewSpec.Sort("name", world.random().nextBoolean())),
                List.of("name", "kind"));
    }

    private static ConstraintSpec constraint(World world, String key) {
        return new ConstraintSpec(key, world.fresh("Rule"), List.of("name", world.one("note", "kind")));
    }

    private static CreateRole role(World world, String key) {
        Grant grant = Grant.of(world.living("entity").key(), Permission.READ, Permission.UPDATE);
        return new CreateRole(key, world.fresh("Role"), List.of(grant));
    }

    /** Values of some or all fields; references mostly to records of the right entity. */
    private static Values values(World world, String entity, boolean all) {
        Values values = Values.none();
        for (Thing field : world.fields(entity)) {
            if (all || values.fields().isEmpty() || world.random().nextInt(3) == 0) {
                values = values.with(field.key(), value(world, entity, type(field)));
            }
        }
        return values.fields().isEmpty() ? Values.of("name", world.fresh("Name")) : values;
    }

    private static @Nullable Object value(World world, String entity, FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT -> world.fresh("Text");
            case INTEGER, DECIMAL, MONEY -> BigDecimal.valueOf(world.random().nextInt(1000));
            case DATE -> "2026-0" + (1 + world.random().nextInt(9)) + "-15";
            case BOOLEAN -> world.random().nextBoolean();
            case CHOICE -> world.one("red", "blue");
            case REFERENCE ->
                world.random().nextBoolean() ? null : world.of("record", entity).key();
            case DATETIME, EMAIL, PHONE, URL -> null;
        };
    }

    private static FieldType type(Thing field) {
        return field.kind().equals("field") ? FieldType.valueOf(field.more().toUpperCase(Locale.ROOT)) : FieldType.TEXT;
    }
}
