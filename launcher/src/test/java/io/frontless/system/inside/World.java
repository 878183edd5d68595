package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What there is in a workspace at the moment, for a generator to choose from. Chosen where there is nothing, a made-up thing stands in. */
record World(List<Thing> things, Random random) {

    private static final String ALL = """
            select 'entity', entity, entity, deleted_at is null, '' from entity where workspace_id = ?1
            union all select 'field', entity, field, deleted_at is null, type from field where workspace_id = ?1
            union all select 'record', entity, record_id::text, deleted_at is null, '' from record where workspace_id = ?1
            union all select kind, entity, part, deleted_at is null, '' from entity_part where workspace_id = ?1
            union all select 'role', '', role, deleted_at is null, '' from role where workspace_id = ?1
            union all select 'member', '', account_id::text, removed_at is null, role from member where workspace_id = ?1
            union all select 'suspended', '', account_id::text, removed_at is null, role from member
              where workspace_id = ?1 and suspended
            union all select 'invitation', '', invitation_id::text, revoked_at is null and used_at is null, email from invitation
              where workspace_id = ?1
            union all select 'provider', '', provider_id::text, disconnected_at is null, secret_id::text from identity_provider
              where workspace_id = ?1
            union all select 'secret', '', secret_id::text, true, purpose from secret
              where workspace_id = ?1 and purpose = 'federation.client-secret'
            union all select 'hold', '', hold_id::text, lifted_at is null, label from legal_hold where workspace_id = ?1
            union all select 'sink', '', sink_id::text, deleted_at is null, label from export_sink where workspace_id = ?1
            union all select 'mail provider', '', provider_id::text, removed_at is null, '' from connection_provider where workspace_id = ?1
            union all select 'mail', '', secret_id::text, true, purpose from secret
              where workspace_id = ?1 and purpose = 'connection.client-secret'
            union all select 'person', '', user_id::text, removed_at is null, user_name from directory_user where workspace_id = ?1
            union all select 'import', '', import_id::text, committed_at is null, '' from import_file where workspace_id = ?1
            union all select 'savepoint', '', savepoint, removed_at is null, '' from savepoint where workspace_id = ?1
            union all select 'comment', r.entity, c.comment_id::text, c.removed_at is null, c.record_id::text
              from comment c join record r using (workspace_id, record_id) where c.workspace_id = ?1
            union all select 'link', r.entity, l.link_id::text, l.removed_at is null, l.record_id::text
              from link l join record r using (workspace_id, record_id) where l.workspace_id = ?1
            order by 1, 2, 3
            """;

    /** A thing of some kind; {@code more} is a field's type, or the record that a comment or link hangs on. */
    record Thing(String kind, String entity, String key, boolean living, String more) {

        UUID id() {
            return UUID.fromString(key);
        }

        UUID owner() {
            return UUID.fromString(more);
        }
    }

    static World of(Connection connection, UUID workspaceId, Random random) throws SQLException {
        List<Thing> things = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL.replace("?1", "?"))) {
            int places = ALL.split("\\?1", -1).length - 1;
            for (int index = 1; index <= places; index++) {
                statement.setObject(index, workspaceId);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    things.add(new Thing(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getBoolean(4),
                            rows.getString(5)));
                }
            }
        }
        return new World(things, random);
    }

    /** A living thing of a kind, mostly; sometimes a deleted one, for that must be refused as well. */
    Thing living(String kind) {
        return any(kind, random.nextInt(20) > 0);
    }

    /** A deleted thing of a kind. */
    Thing deleted(String kind) {
        return any(kind, false);
    }

    private Thing any(String kind, boolean living) {
        return among(things.stream()
                .filter(thing -> thing.kind().equals(kind) && thing.living() == living)
                .toList());
    }

    /** A living thing of a kind that belongs to an entity. */
    Thing of(String kind, String entity) {
        return among(things.stream()
                .filter(thing -> thing.kind().equals(kind)
                        && thing.living()
                        && thing.entity().equals(entity))
                .toList());
    }

    /** The living fields of an entity. */
    List<Thing> fields(String entity) {
        return things.stream()
                .filter(thing -> thing.kind().equals("field")
                        && thing.living()
                        && thing.entity().equals(entity))
                .toList();
    }

    private Thing among(List<Thing> some) {
        return some.isEmpty()
                ? new Thing(
                        "none",
                        "thing",
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        false,
                        new UUID(0, 1).toString())
                : some.get(random.nextInt(some.size()));
    }

    /** One of these. */
    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** A key or name that hardly anything has. */
    String fresh(String prefix) {
        return prefix + "_" + Integer.toString(random.nextInt(1 << 30), 36);
    }

    UUID freshId() {
        return new UUID(
                0x0190_0000_0000_7000L | (random.nextLong() & 0xFFF), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
