package io.frontless.system.inside;

import static io.frontless.operation.FieldType.DECIMAL;
import static io.frontless.operation.FieldType.TEXT;

import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Several people who work in one workspace on the same things at the same time; the first of them owns it. */
record Crowd(Place place, List<Caller> people) {
    private static final int MEMBERS = 3;
    private static final int THINGS = 5;

    /** A new workspace with an entity thing: name (unique), note, remark, amount and parent. */
    static Crowd in(Bench bench) {
        Place place = bench.found();
        FieldSpec name = FieldSpec.of("name", "Name", TEXT).identifying();
        bench.run(
                place.owner(),
                new CreateEntity(
                        "thing",
                        "Thing",
                        List.of(
                                name,
                                FieldSpec.of("note", "Note", TEXT),
                                FieldSpec.of("remark", "Remark", TEXT),
                                FieldSpec.of("amount", "Amount", DECIMAL),
                                FieldSpec.reference("parent", "Parent", "thing"))));
        List<Caller> people = new ArrayList<>(List.of(place.owner()));
        for (int member = 0; member < MEMBERS; member++) {
            Person person = bench.join(place, Role.MEMBER);
            people.add(new Caller(place.workspaceId(), person.actor(), Role.MEMBER.access()));
        }
        return new Crowd(place, List.copyOf(people));
    }

    Caller owner() {
        return place.owner();
    }

    /** New things, whose names begin with this. */
    List<UUID> things(Bench bench, Ids ids, String prefix) {
        List<UUID> things = new ArrayList<>();
        List<Operation> creations = new ArrayList<>();
        for (int index = 0; index < THINGS; index++) {
            UUID id = ids.get();
            things.add(id);
            creations.add(new CreateRecord(
                    "thing", id, Values.of("name", prefix + " " + index).with("note", "first")));
        }
        bench.run(owner(), creations.toArray(Operation[]::new));
        return List.copyOf(things);
    }
}
