package io.frontless.system.inside;

import io.frontless.kernel.Ids;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Operation;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace with records of every type of field, some of them empty: jobs of clients of regions, with values from small ranges. */
record QueryPlace(Place place, List<UUID> clients) {

    static final int JOBS = 60;
    static final List<String> REGIONS = List.of("North", "South");
    static final List<String> KINDS = List.of("Red", "Blue", "Green");
    static final List<String> WORDS = List.of("alpha", "Beta", "gamma", "Ärger", "Zoë", "𝒳ylo");
    private static final int CLIENTS = 6;

    /** Fields of a job that can be filtered by. */
    static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.of("name", "Name", FieldType.TEXT),
            FieldSpec.of("size", "Size", FieldType.INTEGER),
            FieldSpec.of("weight", "Weight", FieldType.DECIMAL),
            FieldSpec.of("price", "Price", FieldType.MONEY),
            FieldSpec.of("day", "Day", FieldType.DATE),
            FieldSpec.of("moment", "Moment", FieldType.DATETIME),
            FieldSpec.of("done", "Done", FieldType.BOOLEAN),
            FieldSpec.choice("kind", "Kind", KINDS),
            FieldSpec.of("mail", "Mail", FieldType.EMAIL),
            FieldSpec.of("phone", "Phone", FieldType.PHONE),
            FieldSpec.of("site", "Site", FieldType.URL),
            FieldSpec.reference("client", "Client", "client"));

    /** Makes one; the same records, by their values, for the same seed. */
    static QueryPlace in(Bench bench, Ids ids, long seed) {
        Random random = new Random(seed);
        QueryPlace here = new QueryPlace(bench.found(), new ArrayList<>());
        Caller owner = here.place.owner();
        FieldSpec title = FieldSpec.of("name", "Name", FieldType.TEXT).identifying();
        List<FieldSpec> fields = new ArrayList<>(FIELDS);
        fields.add(FieldSpec.of("notes", "Notes", FieldType.LONG_TEXT));
        bench.run(
                owner,
                new CreateEntity("region", "Region", List.of(title)),
                new CreateEntity("client", "Client", List.of(title, FieldSpec.reference("region", "Region", "region"))),
                new CreateEntity("job", "Job", fields));
        List<Operation> records = new ArrayList<>();
        REGIONS.forEach(region -> records.add(new CreateRecord("region", ids.get(), Values.of("name", region))));
        bench.run(owner, records.toArray(Operation[]::new));
        records.clear();
        for (int client = 0; client < CLIENTS; client++) {
            here.clients.add(ids.get());
            Values values = Values.of("name", "Client " + client);
            records.add(new CreateRecord(
                    "client",
                    here.clients.get(client),
                    client == 0 ? values : values.with("region", REGIONS.get(client % REGIONS.size()))));
        }
        bench.run(owner, records.toArray(Operation[]::new));
        records.clear();
        for (int job = 0; job < JOBS; job++) {
            Values values = Values.of("notes", "Long notes of job number" + job);
            for (FieldSpec field : FIELDS) {
                Object value = random.nextInt(5) == 0 ? null : here.value(field, random);
                values = value == null ? values : values.with(field.key(), value);
            }
            records.add(new CreateRecord("job", ids.get(), values));
        }
        bench.run(owner, records.toArray(Operation[]::new));
        return here;
    }

    /** A value that a field of a job may have. */
    @Nullable
    Object value(FieldSpec field, Random random) {
        int number = random.nextInt(6);
        return switch (field.type()) {
            case TEXT -> WORDS.get(number) + " " + WORDS.get(random.nextInt(WORDS.size()));
            case INTEGER -> BigDecimal.valueOf(number - 3);
            case DECIMAL, MONEY ->
                new BigDecimal(number).divide(new BigDecimal("4")).subtract(BigDecimal.ONE);
            case DATE -> LocalDate.of(2026, 1, 27).plusDays(number).toString();
            case DATETIME -> "2026-03-29T0" + number + ":30:00.00000" + number + "Z";
            case BOOLEAN -> random.nextBoolean();
            case CHOICE -> KINDS.get(number % KINDS.size());
            case EMAIL -> "Person" + number + "@Acme.example";
            case PHONE -> "+49 30 100" + number;
            case URL -> "https://example.com/" + number;
            case REFERENCE -> clients.get(number).toString();
            case LONG_TEXT -> null;
        };
    }
}
