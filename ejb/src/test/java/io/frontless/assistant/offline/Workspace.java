package io.frontless.assistant.offline;

import io.frontless.assistant.control.People;
import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A workspace to speak in, on Thursday 2026-10-01. */
record Workspace(
        SchemaView schema,
        InMemoryRecords records,
        People people,
        List<Mention> lastMentioned,
        PlanningRequest.Author author) {

    Workspace(SchemaView schema, InMemoryRecords records, List<Mention> lastMentioned) {
        this(schema, records, People.NOBODY, lastMentioned, AUTHOR);
    }

    static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    static final PlanningRequest.Author AUTHOR = new PlanningRequest.Author(new UUID(1, 1), "Nora Klein");

    /** Asks the planner and shows its proposal in one line. */
    String say(String sentence) {
        return new Shown(records).line(propose(sentence));
    }

    Proposal propose(String sentence) {
        return new OfflinePlanner().propose(request(sentence));
    }

    PlanningRequest request(String sentence) {
        return new PlanningRequest(sentence, schema, records, () -> people, author, TODAY, lastMentioned);
    }

    /** This workspace with somebody else speaking. */
    Workspace by(String name) {
        return new Workspace(schema, records, people, lastMentioned, new PlanningRequest.Author(AUTHOR.id(), name));
    }

    /** This workspace, in which the author decides about people. */
    Workspace with(People others) {
        return new Workspace(schema, records, others, lastMentioned, author);
    }

    static Workspace named(String name) {
        return switch (name) {
            case "empty" -> empty();
            case "emptied" -> emptied();
            case "invoices" -> invoices();
            case "northwind" -> northwind();
            case "leads" -> leads();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Workspace empty() {
        return with(Set.of());
    }

    /** No tables, but one called Invoice was deleted. */
    static Workspace emptied() {
        return with(Set.of("invoice"));
    }

    static Workspace invoices() {
        Workspace workspace = with(
                Set.of("invoice"),
                new EntityView(
                        "invoice",
                        "Invoice",
                        4,
                        List.of(
                                FieldSpec.of("number", "Number", FieldType.TEXT).identifying(),
                                FieldSpec.of("client", "Client", FieldType.TEXT),
                                FieldSpec.of("amount", "Amount", FieldType.MONEY),
                                FieldSpec.choice("status", "Status", List.of("pending", "paid")),
                                FieldSpec.of("due_date", "Due date", FieldType.DATE))));
        UUID first = workspace.records.add("invoice", 3, "INV-0089", "Acme", 1200, "pending", "2026-12-15");
        workspace.records.add("invoice", 1, "INV-0090", "Globex", 300, "paid", "2026-11-01");
        workspace.records.add("invoice", 2, "INV-0091", "Acme", 2500, "pending", "");
        return new Workspace(workspace.schema, workspace.records, List.of(new Mention("invoice", first)));
    }

    static Workspace northwind() {
        Workspace workspace = with(
                Set.of("customer", "product", "order", "order_detail"),
                new EntityView(
                        "customer",
                        "Customer",
                        1,
                        List.of(
                                FieldSpec.of("customer_id", "Customer ID", FieldType.TEXT)
                                        .identifying(),
                                FieldSpec.of("company_name", "Company name", FieldType.TEXT),
                                FieldSpec.of("contact_name", "Contact name", FieldType.TEXT),
                                FieldSpec.of("city", "City", FieldType.TEXT),
                                FieldSpec.of("country", "Country", FieldType.TEXT),
                                FieldSpec.of("phone", "Phone", FieldType.PHONE),
                                FieldSpec.of("fax", "Fax", FieldType.PHONE))),
                new EntityView(
                        "order",
                        "Order",
                        1,
                        List.of(
                                FieldSpec.of("order_id", "Order ID", FieldType.INTEGER)
                                        .identifying(),
                                FieldSpec.reference("customer_id", "Customer ID", "customer"),
                                FieldSpec.of("order_date", "Order date", FieldType.DATE),
                                FieldSpec.of("required_date", "Required date", FieldType.DATE),
                                FieldSpec.of("freight", "Freight", FieldType.MONEY),
                                FieldSpec.of("ship_name", "Ship name", FieldType.TEXT))),
                new EntityView(
                        "order_detail",
                        "Order detail",
                        1,
                        List.of(
                                FieldSpec.reference("order_id", "Order ID", "order"),
                                FieldSpec.reference("product_id", "Product ID", "product"),
                                FieldSpec.of("unit_price", "Unit price", FieldType.MONEY),
                                FieldSpec.of("quantity", "Quantity", FieldType.INTEGER))),
                new EntityView(
                        "product",
                        "Product",
                        1,
                        List.of(
                                FieldSpec.of("product_id", "Product ID", FieldType.INTEGER)
                                        .identifying(),
                                FieldSpec.of("product_name", "Product name", FieldType.TEXT),
                                FieldSpec.of("unit_price", "Unit price", FieldType.MONEY),
                                FieldSpec.of("units_in_stock", "Units in stock", FieldType.INTEGER),
                                FieldSpec.of("discontinued", "Discontinued", FieldType.BOOLEAN))));
        InMemoryRecords records = workspace.records;
        String alfreds = "Alfreds Futterkiste";
        UUID alfki = records.add(
                "customer", 2, "ALFKI", alfreds, "Maria Anders", "Berlin", "Germany", "030-0074321", "030-0076545");
        records.add("customer", 1, "ANATR", "Ana Trujillo", "Ana Trujillo", "México D.F.", "Mexico", "(5) 555-4729");
        records.add("customer", 1, "FRANK", "Frankenversand", "Peter Franken", "München", "Germany", "089-0877310");
        UUID order = records.add("order", 1, 10643, alfki, "1997-08-25", "1997-09-22", 29, alfreds);
        records.add("order", 1, 10692, alfki, "1997-10-03", "1997-10-31", 61, alfreds);
        UUID chai = records.add("product", 1, 1, "Chai", 18, 39, false);
        records.add("order_detail", 1, order, chai, 18, 12);
        return workspace;
    }

    static Workspace leads() {
        Workspace workspace = with(
                Set.of("lead"),
                new EntityView(
                        "lead",
                        "Lead",
                        7,
                        List.of(
                                FieldSpec.of("name", "Name", FieldType.TEXT),
                                FieldSpec.of("owner", "Owner", FieldType.TEXT),
                                FieldSpec.of("city", "City", FieldType.TEXT),
                                FieldSpec.of("value", "Value", FieldType.MONEY),
                                FieldSpec.choice("stage", "Stage", List.of("new", "qualified", "won", "lost")),
                                FieldSpec.of("active", "Active", FieldType.BOOLEAN),
                                FieldSpec.of("email", "Email", FieldType.EMAIL),
                                FieldSpec.of("notes", "Notes", FieldType.LONG_TEXT))));
        workspace.records.add("lead", 5, "Studio 54", "Bob", "Berlin", 5000, "new", true);
        workspace.records.add("lead", 1, "Bank of America", "Ann", "Charlotte", 90000, "qualified", false);
        workspace.records.add("lead", 1, "Twin", "Ann", "Rome", 1, "lost", true);
        workspace.records.add("lead", 1, "Twin", "Bob", "Oslo", 2, "lost", true);
        return workspace;
    }

    /** As many fields as an entity can have. */
    static Workspace wide() {
        List<FieldSpec> fields = IntStream.range(0, Limits.FIELDS_MAX)
                .mapToObj(i ->
                        FieldSpec.of("column_" + i, "Column of " + i, i % 2 == 0 ? FieldType.TEXT : FieldType.MONEY))
                .toList();
        return with(Set.of("row"), new EntityView("row", "Row", 1, fields));
    }

    /** A workspace of these tables, without records. */
    static Workspace with(Set<String> takenKeys, EntityView... entities) {
        SchemaView schema = new SchemaView(List.of(entities), takenKeys);
        return new Workspace(schema, new InMemoryRecords(schema, true), List.of());
    }

    /** The same workspace with nothing mentioned before. */
    Workspace fresh() {
        return new Workspace(schema, records, List.of());
    }

    /** The same schema and last mention, with no records that could be found. */
    Workspace withoutRecords() {
        return new Workspace(schema, new InMemoryRecords(schema, false), lastMentioned);
    }
}
