package io.frontless.system.inside;

import static io.frontless.operation.FieldType.DECIMAL;
import static io.frontless.operation.FieldType.TEXT;

import io.frontless.kernel.Ids;
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
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a workspace holds before an operation is tried in it: something of every kind, living and deleted. Entities: thing (name, note, kind,
 * amount, parent; deleted: old, past), part (refers to thing), spare (one field), and ghost and shade, which are deleted.
 *
 * @param referred a thing that others refer to
 * @param free a thing that nobody refers to
 * @param deleted a deleted thing whose name is free
 * @param displaced a deleted thing whose name another thing has now
 * @param member a person with the role clerk; there are also the roles porter, and former and earlier, which are deleted
 */
record Furniture(Place place, UUID referred, UUID free, UUID deleted, UUID displaced, UUID member) {

    /** Furnishes a new workspace, by one plan. */
    static Furniture in(Bench bench, Ids ids) {
        Place place = bench.found();
        UUID member = bench.join(place, Role.MEMBER).accountId();
        Furniture furniture = new Furniture(place, ids.get(), ids.get(), ids.get(), ids.get(), member);
        bench.run(furniture.place.owner(), furniture.schema());
        bench.run(furniture.place.owner(), furniture.records(ids));
        bench.run(furniture.place.owner(), furniture.removals(ids));
        bench.run(furniture.place.owner(), furniture.roles());
        return furniture;
    }

    private Operation[] roles() {
        List<Grant> grants = List.of(Grant.of("thing", Permission.READ)
                .where(Filter.equal("kind", "red"))
                .hiding("amount"));
        return new Operation[] {
            new CreateRole("clerk", "Clerk", grants),
            new CreateRole("porter", "Porter", grants),
            new CreateRole("former", "Former", grants),
            new CreateRole("earlier", "Earlier", grants),
            new DeleteRole("former"),
            new DeleteRole("earlier"),
            new CreateRole("later", "Earlier", List.of()),
            new AssignMember(member, "clerk")
        };
    }

    private Operation[] schema() {
        FieldSpec name = FieldSpec.of("name", "Name", TEXT).identifying();
        return new Operation[] {
            new CreateEntity(
                    "thing",
                    "Thing",
                    List.of(
                            name,
                            FieldSpec.of("note", "Note", TEXT),
                            FieldSpec.choice("kind", "Kind", List.of("red", "blue")),
                            FieldSpec.of("amount", "Amount", DECIMAL),
                            FieldSpec.reference("parent", "Parent", "thing"),
                            FieldSpec.of("old", "Old", TEXT),
                            FieldSpec.of("past", "Past", TEXT))),
            new CreateEntity("part", "Part", List.of(name, FieldSpec.reference("thing", "Thing", "thing"))),
            new CreateEntity("spare", "Spare", List.of(name)),
            new CreateEntity("ghost", "Ghost", List.of(name, FieldSpec.of("note", "Note", TEXT))),
            new CreateEntity("shade", "Shade", List.of(name))
        };
    }

    private Operation[] records(Ids ids) {
        Values values = Values.of("name", "Referred")
                .with("note", "first")
                .with("kind", "red")
                .with("amount", new BigDecimal("1.5"))
                .with("old", "kept");
        return new Operation[] {
            new CreateRecord("thing", referred, values),
            new CreateRecord(
                    "thing", free, Values.of("name", "Free").with("kind", "red").with("parent", referred.toString())),
            new CreateRecord("thing", deleted, Values.of("name", "Deleted").with("note", "last")),
            new CreateRecord("thing", displaced, Values.of("name", "Displaced")),
            new CreateRecord("part", ids.get(), Values.of("name", "Part").with("thing", "Referred")),
            new CreateRecord("ghost", ids.get(), Values.of("name", "Ghostly").with("note", "boo"))
        };
    }

    private Operation[] removals(Ids ids) {
        return new Operation[] {
            new DeleteField("thing", "old"),
            new DeleteField("thing", "past"),
            new CreateField("thing", FieldSpec.of("bygone", "Past", TEXT)),
            new DeleteRecord("thing", deleted),
            new DeleteRecord("thing", displaced),
            new CreateRecord("thing", ids.get(), Values.of("name", "Displaced")),
            new DeleteEntity("ghost"),
            new DeleteEntity("shade"),
            new CreateEntity("lamp", "Shade", List.of(FieldSpec.of("name", "Name", TEXT)))
        };
    }
}
