package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.ApplyBulk;
import io.frontless.operation.CommitImport;
import io.frontless.operation.CommitImport.Mode;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases for what changes many records at once. */
final class BulkCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0004L);

    private BulkCases() {}

    static List<OperationCase> all() {
        return List.of(applyBulk(), commitImport());
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
                here -> new CommitImport(here.files().fitting(), Mode.ALL),
                here -> Map.of(
                        "never staged", step(new CommitImport(NEW, Mode.ALL)),
                        "rows that do not fit",
                                step(new CommitImport(here.files().unfitting(), Mode.ALL))));
    }
}
