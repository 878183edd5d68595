package io.frontless.system.inside;

import static io.frontless.operation.FieldType.DECIMAL;
import static io.frontless.operation.FieldType.TEXT;

import io.frontless.kernel.Ids;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A workspace in which not everybody may know everything. Entities: deal (name, region, margin, stage, client), client (name, region) and
 * payroll (name). Every value that a limited role must not see begins with Secret.
 *
 * @param north a deal in the north, for a client in the south
 * @param south a deal in the south
 * @param client the client in the south
 * @param salary a record of payroll
 */
record Office(Place place, UUID north, UUID south, UUID client, UUID salary) {

    private static final Permission[] ALL = {
        Permission.READ, Permission.CREATE, Permission.UPDATE, Permission.DELETE, Permission.EXPORT
    };

    /** Opens a new office. */
    static Office in(Bench bench, Ids ids) {
        Office office = new Office(bench.found(), ids.get(), ids.get(), ids.get(), ids.get());
        FieldSpec name = FieldSpec.of("name", "Name", TEXT).identifying();
        FieldSpec region = FieldSpec.of("region", "Region", TEXT);
        bench.run(
                office.owner(),
                new CreateEntity("client", "Client", List.of(name, region)),
                new CreateEntity(
                        "deal",
                        "Deal",
                        List.of(
                                name,
                                region,
                                FieldSpec.of("margin", "Margin", DECIMAL),
                                FieldSpec.of("stage", "Stage", TEXT),
                                FieldSpec.reference("client", "Client", "client"))),
                new CreateEntity("payroll", "Payroll", List.of(name)));
        bench.run(
                office.owner(),
                new CreateRecord("client", office.client, named("Secret client", "south")),
                new CreateRecord(
                        "deal",
                        office.north,
                        named("Bridge", "north")
                                .with("margin", new BigDecimal("7777.5"))
                                .with("stage", "open")
                                .with("client", office.client.toString())),
                new CreateRecord("deal", office.south, named("Secret tunnel", "south")),
                new CreateRecord("payroll", office.salary, Values.of("name", "Secret salary")));
        bench.run(
                office.owner(),
                new UpdateRecord("deal", office.north, Values.of("margin", new BigDecimal("8888.5"))),
                new UpdateRecord("deal", office.south, Values.of("stage", "Secret stage")));
        return office;
    }

    Caller owner() {
        return place.owner();
    }

    /** Works with deals, and knows nothing else. */
    Caller dealer() {
        return with(Grant.of("deal", ALL));
    }

    /** Works with deals and clients of the north, and does not know margins. */
    Caller northerner() {
        Filter north = Filter.equal("region", "north");
        return with(
                Grant.of("deal", ALL).where(north).hiding("margin").keeping("stage"),
                Grant.of("client", Permission.READ).where(north));
    }

    /** The founder with only these grants. */
    Caller with(Grant... grants) {
        return place.as(new Role("limited", "Limited", List.of(grants)));
    }

    static Values named(String name, String region) {
        return Values.of("name", name).with("region", region);
    }
}
