package io.frontless.operation;

import static java.util.Map.entry;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads operations by name: the one list of what a plan can say. */
public final class Operations {

    private static final Map<String, Function<Params, Operation>> READERS = Map.ofEntries(
            entry(CreateWorkspace.NAME, CreateWorkspace::from),
            entry(CreateEntity.NAME, CreateEntity::from),
            entry(UpdateEntity.NAME, UpdateEntity::from),
            entry(DeleteEntity.NAME, DeleteEntity::from),
            entry(RestoreEntity.NAME, RestoreEntity::from),
            entry(CreateField.NAME, CreateField::from),
            entry(UpdateField.NAME, UpdateField::from),
            entry(DeleteField.NAME, DeleteField::from),
            entry(RestoreField.NAME, RestoreField::from),
            entry(CreateRecord.NAME, CreateRecord::from),
            entry(UpdateRecord.NAME, UpdateRecord::from),
            entry(DeleteRecord.NAME, DeleteRecord::from),
            entry(RestoreRecord.NAME, RestoreRecord::from));

    private Operations() {}

    /** The names that {@link #read} knows, in order. */
    public static Set<String> names() {
        return new TreeSet<>(READERS.keySet());
    }

    /** Reads one operation; an unknown name, parameter or value is refused as INVALID. */
    public static Operation read(String name, Params params) {
        Function<Params, Operation> reader = READERS.get(name);
        if (reader == null) {
            throw Rejection.invalid("op", "one of " + names(), name);
        }
        Operation operation = reader.apply(params);
        params.requireAllRead();
        return operation;
    }
}
