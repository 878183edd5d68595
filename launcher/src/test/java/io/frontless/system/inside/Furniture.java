package io.frontless.system.inside;

import static io.frontless.operation.FieldType.DECIMAL;
import static io.frontless.operation.FieldType.TEXT;

import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Ids;
import io.frontless.operation.AddComment;
import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.AddLink;
import io.frontless.operation.AssignMember;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.CreateConstraint;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateRole;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.CreateSink;
import io.frontless.operation.CreateView;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.DeleteView;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.InviteMember;
import io.frontless.operation.LapseConnection;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.PlaceHold;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.RemoveLink;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.RotateKey;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.SuspendMember;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.operation.ViewSpec;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a workspace holds before an operation is tried in it: something of every kind, living and deleted. Entities: thing (name, note, kind,
 * amount, parent; deleted: old, past; a view reds, deleted faded; a constraint named, deleted dropped), part (refers to thing), spare (one field), and ghost and shade, which are deleted.
 *
 * @param referred a thing that others refer to
 * @param free a thing that nobody refers to
 * @param deleted a deleted thing whose name is free
 * @param displaced a deleted thing whose name another thing has now
 * @param last the plan that was executed last: it renamed the lamp; a savepoint, furnished, stands before it
 * @param key an API key with the role clerk, of a thousand rows a day
 * @param member a person with the role clerk; there are also the roles porter, and former and earlier, which are deleted
 */
record Furniture(
        Place place,
        UUID referred,
        UUID free,
        UUID deleted,
        UUID displaced,
        UUID last,
        UUID member,
        Notes notes,
        Files files,
        UUID key,
        People people,
        Ways ways,
        Services services,
        Held held) {

    /** Plans that cannot be taken back: the owner's, one whose approval was asked for, and such a one of another person. */
    record Held(PlanView unasked, PlanView asked, PlanView others) {

        static Held in(Bench bench, Place place) {
            Caller other = new Caller(
                    place.workspaceId(), bench.join(place, Role.ADMIN).actor(), Role.OWNER.access());
            PlanView asked = bench.propose(place.owner(), new ShredKeys());
            PlanView others = bench.propose(other, new ShredKeys());
            bench.run(place.owner(), new RequestApproval(asked.planId()));
            bench.run(other, new RequestApproval(others.planId()));
            return new Held(bench.propose(place.owner(), new ShredKeys()), asked, others);
        }
    }

    /**
     * Others who have to do with the workspace: a suspended member, a former one, an open invitation of {@link #INVITED} and a revoked one.
     */
    record People(UUID suspended, UUID former, UUID invitation, UUID revoked) {}

    /**
     * A connected provider for first.example with its secret, and somebody of the directory; a legal hold on the spares and an export
     * sink that is not told yet.
     */
    record Ways(UUID provider, UUID secret, UUID user, UUID hold, UUID sink) {

        static Ways in(Bench bench, Place place, UUID user) {
            UUID secret = bench.secret(place.owner());
            UUID provider = bench.newThing(
                    place.owner(), new ConnectProvider(user, FederationCases.terms(secret, "first.example", "MEMBER")));
            bench.run(place.owner(), new AddDirectoryUser(user, FederationCases.entry("clerk1", "MEMBER")));
            UUID hold = bench.newThing(place.owner(), new PlaceHold(user, "Case 1", "A dispute", "spare", null));
            UUID sink = bench.newThing(place.owner(), new CreateSink(user, AuditCases.terms("first")));
            return new Ways(provider, secret, user, hold, sink);
        }
    }

    /**
     * Other services: a client secret; a provider of which something is connected, and one of which nothing is; two free grants of it, one of them of a higher level; a connection
     * with the grant that it has taken, and one that has lapsed.
     */
    record Services(
            UUID secret, UUID used, UUID unused, UUID grant, UUID higher, UUID taken, UUID connection, UUID lapsed) {

        static Services in(Bench bench, Place place) {
            Caller owner = place.owner();
            UUID secret = bench.clientSecret(owner);
            UUID used = bench.newThing(owner, declared(secret, "Mail"));
            UUID unused = bench.newThing(owner, declared(secret, "Calendar"));
            UUID taken = bench.grant(owner, used, ConnectionLevel.READ);
            UUID connection = bench.newThing(owner, new OpenConnection(secret, "Office", taken));
            UUID lapsed = bench.newThing(
                    owner, new OpenConnection(secret, "Sales", bench.grant(owner, used, ConnectionLevel.READ)));
            bench.run(owner, new LapseConnection(lapsed));
            return new Services(
                    secret,
                    used,
                    unused,
                    bench.grant(owner, used, ConnectionLevel.READ),
                    bench.grant(owner, used, ConnectionLevel.ORGANISE),
                    taken,
                    connection,
                    lapsed);
        }

        private static DeclareConnectionProvider declared(UUID secret, String label) {
            return new DeclareConnectionProvider(secret, ConnectionCases.terms(secret, label));
        }
    }

    /** The address that an invitation is open for. */
    static final String INVITED = "invited@guests.example";

    /**
     * What hangs on the free thing, and others beside it.
     *
     * @param lamp a lamp
     * @param merged a thing that was merged into another one
     */
    record Notes(UUID comment, UUID removedComment, UUID link, UUID removedLink, UUID lamp, UUID merged) {}

    /** Files that are staged for an entity which is not there: one fits, one does not. */
    record Files(UUID fitting, UUID unfitting) {

        static Files in(Bench bench, Place place) {
            return new Files(
                    bench.stage(place.owner(), "Ware", "name,price\nPlate,2.50\nCup,1\n")
                            .importId(),
                    bench.stage(place.owner(), "Ware", "name,price\nPlate\n").importId());
        }
    }

    /** Furnishes a new workspace. */
    static Furniture in(Bench bench, Ids ids) {
        Place place = bench.found();
        // Before anything is sealed, so that the first key is not needed any more.
        bench.run(place.owner(), new RotateKey());
        UUID member = bench.join(place, Role.MEMBER).accountId();
        Furniture furniture = new Furniture(
                place,
                ids.get(),
                ids.get(),
                ids.get(),
                ids.get(),
                ids.get(),
                member,
                new Notes(ids.get(), ids.get(), ids.get(), ids.get(), ids.get(), ids.get()),
                Files.in(bench, place),
                ids.get(),
                new People(
                        bench.join(place, Role.MEMBER).accountId(),
                        bench.join(place, Role.VIEWER).accountId(),
                        ids.get(),
                        ids.get()),
                Ways.in(bench, place, ids.get()),
                Services.in(bench, place),
                Held.in(bench, place));
        bench.run(furniture.place.owner(), furniture.schema());
        bench.run(furniture.place.owner(), furniture.records(ids));
        bench.run(furniture.place.owner(), furniture.removals(ids));
        bench.run(furniture.place.owner(), furniture.roles());
        UUID key = bench.newKey(furniture.place.owner(), KeyCases.key("clerk", 30, 1_000L));
        bench.run(furniture.place.owner(), furniture.members());
        UUID kept = ids.get();
        bench.run(furniture.place.owner(), furniture.attachments(kept));
        bench.run(furniture.place.owner(), new MergeRecords("thing", kept, furniture.notes.merged()));
        bench.run(furniture.place.owner(), new CreateSavepoint("furnished"));
        UUID last = bench.run(
                        furniture.place.owner(),
                        new UpdateRecord("lamp", furniture.notes.lamp(), Values.of("name", "Brighter")))
                .planId();
        return new Furniture(
                furniture.place,
                furniture.referred,
                furniture.free,
                furniture.deleted,
                furniture.displaced,
                last,
                member,
                furniture.notes,
                furniture.files,
                key,
                furniture.people,
                furniture.ways,
                furniture.services,
                furniture.held);
    }

    private Operation[] members() {
        return new Operation[] {
            new SuspendMember(people.suspended()),
            new RemoveMember(people.former()),
            new InviteMember(people.invitation(), INVITED, "clerk"),
            new InviteMember(people.revoked(), "revoked@guests.example", "VIEWER"),
            new RevokeInvitation(people.revoked())
        };
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
            new CreateEntity("shade", "Shade", List.of(name)),
            new CreateView("thing", reds("reds")),
            new CreateView("thing", reds("faded")),
            new CreateConstraint("thing", named("named")),
            new CreateConstraint("thing", named("dropped"))
        };
    }

    /** A view of the things whose kind is red. */
    static ViewSpec reds(String key) {
        Filter red = Filter.equal("kind", "red");
        return new ViewSpec(key, key, red, List.of(new ViewSpec.Sort("name", true)), List.of("name", "kind"));
    }

    /** A constraint over a thing's name and kind. */
    static ConstraintSpec named(String key) {
        return new ConstraintSpec(key, key, List.of("name", "kind"));
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
            new DeleteView("thing", "faded"),
            new DeleteConstraint("thing", "dropped"),
            new DeleteEntity("ghost"),
            new DeleteEntity("shade"),
            new CreateEntity("lamp", "Shade", List.of(FieldSpec.of("name", "Name", TEXT)))
        };
    }

    private Operation[] attachments(UUID kept) {
        return new Operation[] {
            new CreateRecord("lamp", notes.lamp(), Values.of("name", "Bright")),
            new CreateRecord("thing", kept, Values.of("name", "Kept")),
            new CreateRecord(
                    "thing", notes.merged(), Values.of("name", "Merged").with("amount", BigDecimal.TEN)),
            new AddComment("thing", free, notes.comment(), "First"),
            new AddComment("thing", free, notes.removedComment(), "Second"),
            new RemoveComment("thing", free, notes.removedComment()),
            new AddLink("thing", free, notes.link(), referred, "replaces"),
            new AddLink("thing", free, notes.removedLink(), referred, "follows"),
            new RemoveLink("thing", free, notes.removedLink())
        };
    }
}
