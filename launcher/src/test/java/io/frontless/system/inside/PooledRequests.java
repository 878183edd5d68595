package io.frontless.system.inside;

import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Workspaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.core.BaseConnection;

/**
 * Random requests of many workspaces, each in a transaction on the pool as the application's are. What they read is told apart by no condition but the
 * database's own policy, so that a context which was left, lost or mixed up shows as a foreign row.
 */
final class PooledRequests {
    private static final String SEEN = "select distinct workspace_id::text from ";

    private static final List<String> TABLES =
            List.of("record", "entity", "field", "event", "plan", "workspace", "member", "workspace_key");

    /** Ends a connection of the application's, whatever it does at that moment. */
    private static final String KILL =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'frontless_app' order by random() limit 1";

    private final List<Place> places;
    private final WorkspaceDatabase database;
    private final Workspaces workspaces;

    private final AtomicLong requests = new AtomicLong();
    private final LongAdder done = new LongAdder();
    private final Queue<String> foreign = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> mishaps = new ConcurrentHashMap<>();

    PooledRequests(List<Place> places, WorkspaceDatabase database, Workspaces workspaces) {
        this.places = List.copyOf(places);
        this.database = database;
        this.workspaces = workspaces;
        for (String kind : List.of("exception", "error", "timeout", "abort", "trace", "kill")) {
            mishaps.put(kind, new LongAdder());
        }
    }

    /** Does some requests, one after the other. */
    void work(int count, long seed) {
        Random random = new Random(seed);
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            for (int request = 0; request < count; request++) {
                one(random, administrator);
            }
        } catch (SQLException e) {
            unexpected.add(e.toString());
        }
    }

    private void one(Random random, Connection administrator) throws SQLException {
        Place place = places.get(random.nextInt(places.size()));
        String kind = kind(random.nextInt(1_000));
        try {
            if (kind.equals("kill")) {
                mishap(kind);
                WorkspaceDatabase.texts(administrator, KILL);
            } else {
                request(kind, place, random);
            }
            done.increment();
        } catch (RuntimeException e) {
            // What it was to be, or what another's mishap did to its connection: it ended, and that is all that it
            // may do.
            if (e.getCause() instanceof Error) {
                unexpected.add(kind + " " + e.getCause());
            }
        } catch (AssertionError e) {
            unexpected.add(kind + " " + e.getMessage());
        } finally {
            requests.incrementAndGet();
        }
    }

    private static String kind(int chance) {
        if (chance < 20) {
            return "exception";
        } else if (chance < 40) {
            return "error";
        } else if (chance < 45) {
            return "timeout";
        } else if (chance < 47) {
            return "abort";
        } else if (chance < 49) {
            return "trace";
        } else if (chance < 52) {
            return "kill";
        } else if (chance < 150) {
            return "outside";
        } else if (chance < 300) {
            return "person";
        } else if (chance < 450) {
            return "write";
        }
        return "read";
    }

    private void request(String kind, Place place, Random random) {
        UUID workspace = place.workspaceId();
        String table = TABLES.get(random.nextInt(TABLES.size()));
        switch (kind) {
            case "outside" -> look("", database.triedOutside(c -> WorkspaceDatabase.texts(c, SEEN + table)), table);
            case "person" -> person(place, places.get(random.nextInt(places.size())));
            case "write" -> database.done(workspace, connection -> written(connection, workspace));
            case "read" -> database.done(workspace, connection -> seen(connection, workspace, table));
            default -> {
                mishap(kind);
                database.done(workspace, connection -> struck(connection, kind, workspace, table));
            }
        }
    }

    /** The way of every request into a workspace: by one's own membership, and by no other's. */
    private void person(Place place, Place other) {
        Caller caller = workspaces.enter(place.founder().actor(), place.workspaceId());
        if (!caller.workspaceId().equals(place.workspaceId())) {
            foreign.add("entered " + caller.workspaceId());
        }
        workspaces.of(place.founder().accountId()).stream()
                .filter(membership -> !membership.workspaceId().equals(place.workspaceId()))
                .forEach(membership -> foreign.add("membership " + membership.workspaceId()));
        if (!other.equals(place)) {
            try {
                workspaces.enter(place.founder().actor(), other.workspaceId());
                foreign.add("entered " + other.workspaceId() + " as a stranger");
            } catch (Rejection expected) {
                done.add(0);
            }
        }
    }

    private boolean seen(Connection connection, UUID workspace, String table) throws SQLException {
        List<String> seen = WorkspaceDatabase.texts(connection, SEEN + table);
        look(workspace.toString(), seen, table);
        if (seen.isEmpty()) {
            unexpected.add("nothing in " + table);
        }
        return true;
    }

    private boolean written(Connection connection, UUID workspace) throws SQLException {
        look(
                workspace.toString(),
                WorkspaceDatabase.texts(
                        connection, "update workspace set label = 'Bench' returning workspace_id::text"),
                "workspace, changed");
        return true;
    }

    private boolean struck(Connection connection, String kind, UUID workspace, String table) throws SQLException {
        seen(connection, workspace, table);
        switch (kind) {
            case "exception" -> throw new IllegalStateException("an exception in the application");
            case "error" -> WorkspaceDatabase.texts(connection, "select 1 / 0");
            case "timeout" -> {
                WorkspaceDatabase.texts(connection, "select set_config('statement_timeout', '2', true)");
                WorkspaceDatabase.texts(connection, "select pg_sleep(5)");
            }
            case "abort" -> connection.unwrap(BaseConnection.class).abort(Runnable::run);
            case "trace" -> WorkspaceDatabase.texts(connection, "select set_config('search_path', 'public', false)");
            default -> throw new IllegalArgumentException(kind);
        }
        return true;
    }

    private void look(String own, List<String> seen, String where) {
        for (String workspace : seen) {
            if (!workspace.equals(own)) {
                foreign.add(where + " of " + workspace + " seen in " + (own.isEmpty() ? "none" : own));
            }
        }
    }

    private void mishap(String kind) {
        count(kind).increment();
    }

    private LongAdder count(String kind) {
        return mishaps.computeIfAbsent(kind, key -> new LongAdder());
    }

    long requests() {
        return requests.get();
    }

    long done() {
        return done.sum();
    }

    List<String> foreign() {
        return List.copyOf(foreign);
    }

    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    Map<String, Long> mishaps() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        mishaps.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    @Override
    public String toString() {
        return requests + " requests, " + done + " of them done; " + mishaps();
    }
}
