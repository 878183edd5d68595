package io.frontless.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed of an event, in version 1 (docs/event-format.md §3): the content, which its record's chain links, and the leaf, which the tree holds. In
 * the leaf every value that could be somebody's stands as a salted digest, so that it can be taken away and the proof stays. Used by one thread at a time.
 */
public final class EventFormat {

    /** The path of the actor's name. */
    public static final String ACTOR_NAME = "actor/name";

    /** The path of the network address. */
    public static final String SOURCE = "source";

    /** The path of the name of whoever it was done for. */
    public static final String BEHALF_NAME = "behalf/name";

    /** The path of a refusal's message. */
    public static final String MESSAGE = "message";

    private static final HexFormat HEX = HexFormat.of();
    static final String EVENT = "frontless.event.1";
    private static final String CONTENT = "frontless.content.1";
    static final String REFUSAL = "frontless.refusal.1";

    private final Sha256 sha256 = new Sha256();

    /** The path of a value before. */
    public static String before(String name) {
        return "before/" + name;
    }

    /** The path of a value after. */
    public static String after(String name) {
        return "after/" + name;
    }

    /** The hash of all that was written, with its salt; where something is withheld, the one that was kept. */
    public byte[] content(LoggedEvent event) {
        LoggedEvent.Withheld withheld = event.withheld();
        if (withheld != null) {
            return HEX.parseHex(withheld.content());
        }
        LoggedEvent.Who who = event.who();
        LoggedEvent.What what = event.what();
        LoggedEvent.Why why = event.why();
        return sha256.add(CanonicalJson.array(
                        CONTENT,
                        event.salt(),
                        event.workspace(),
                        event.event(),
                        who.kind(),
                        who.id(),
                        who.name(),
                        who.source(),
                        who.behalfId(),
                        who.behalfName(),
                        what.action(),
                        what.entity(),
                        what.record(),
                        what.version(),
                        why.plan(),
                        why.step(),
                        why.conversation(),
                        why.undoes(),
                        what.before(),
                        what.after()))
                .end();
    }

    /** The link after another one, or, where there is none, the first of a chain. */
    public byte[] link(byte @Nullable [] previous, byte[] content) {
        return sha256.add(previous == null ? new byte[0] : previous)
                .add(content)
                .end();
    }

    /** The hash that the tree holds of an event. */
    public byte[] leaf(LoggedEvent event) {
        return Merkle.leaf(leafData(event).getBytes(StandardCharsets.UTF_8));
    }

    /** What is hashed to the leaf. */
    public String leafData(LoggedEvent event) {
        LoggedEvent.Who who = event.who();
        LoggedEvent.What what = event.what();
        LoggedEvent.Why why = event.why();
        Values values = new Values(event.salt(), event.withheld());
        return CanonicalJson.array(
                EVENT,
                event.workspace(),
                event.seq(),
                event.event(),
                event.occurredAt(),
                who.kind(),
                who.id(),
                values.digest(ACTOR_NAME, who.name()),
                values.digest(SOURCE, who.source()),
                who.behalfId(),
                values.digest(BEHALF_NAME, who.behalfName()),
                what.action(),
                what.entity(),
                what.record(),
                what.version(),
                why.plan(),
                why.step(),
                why.conversation(),
                why.undoes(),
                values.digests("before/", what.before()),
                values.digests("after/", what.after()),
                event.link());
    }

    /** The hash that the tree holds of a refused attempt. */
    public byte[] leaf(LoggedRefusal refusal) {
        Values values = new Values(refusal.salt(), refusal.withheld());
        String data = CanonicalJson.array(
                REFUSAL,
                refusal.workspace(),
                refusal.seq(),
                refusal.attemptedAt(),
                refusal.actorKind(),
                refusal.actorId(),
                values.digest(SOURCE, refusal.source()),
                refusal.action(),
                refusal.reason(),
                values.digest(MESSAGE, refusal.message()),
                refusal.plan());
        return Merkle.leaf(data.getBytes(StandardCharsets.UTF_8));
    }

    /** What is withheld of an event of which only the values are to be seen that a reader may see: by path. */
    public LoggedEvent.Withheld withhold(LoggedEvent event, Predicate<String> shown) {
        Values values = new Values(event.salt(), event.withheld());
        SortedMap<String, String> salts = CanonicalJson.object();
        SortedMap<String, String> digests = CanonicalJson.object();
        paths(event).forEach((path, value) -> {
            if (shown.test(path)) {
                salts.put(path, HEX.formatHex(values.salt(path)));
            } else {
                digests.put(path, String.valueOf(values.digestOf(path, value)));
            }
        });
        if (event.withheld() != null) {
            digests.putAll(event.withheld().digests());
        }
        return new LoggedEvent.Withheld(salts, digests, HEX.formatHex(content(event)));
    }

    /** Every value of an event that could be withheld and is there, by path. */
    private static SortedMap<String, @Nullable Object> paths(LoggedEvent event) {
        SortedMap<String, @Nullable Object> paths = CanonicalJson.object();
        putPresent(paths, ACTOR_NAME, event.who().name());
        putPresent(paths, SOURCE, event.who().source());
        putPresent(paths, BEHALF_NAME, event.who().behalfName());
        SortedMap<String, @Nullable Object> before = event.what().before();
        SortedMap<String, @Nullable Object> after = event.what().after();
        if (before != null) {
            before.forEach((name, value) -> paths.put(before(name), value));
        }
        if (after != null) {
            after.forEach((name, value) -> paths.put(after(name), value));
        }
        return paths;
    }

    private static void putPresent(SortedMap<String, @Nullable Object> paths, String path, @Nullable String value) {
        if (value != null) {
            paths.put(path, value);
        }
    }

    /** The values of one event, as digests. */
    private final class Values {
        private final byte @Nullable [] salt;
        private final LoggedEvent.@Nullable Withheld withheld;

        Values(@Nullable String salt, LoggedEvent.@Nullable Withheld withheld) {
            this.salt = salt == null ? null : HEX.parseHex(salt.replace("-", ""));
            this.withheld = withheld;
        }

        @Nullable
        String digest(String path, @Nullable String value) {
            if (value != null) {
                return digestOf(path, value);
            }
            return withheld == null ? null : withheld.digests().get(path);
        }

        @Nullable
        SortedMap<String, @Nullable Object> digests(String part, @Nullable SortedMap<String, @Nullable Object> values) {
            if (values == null) {
                return null;
            }
            SortedMap<String, @Nullable Object> digests = CanonicalJson.object();
            values.forEach((name, value) -> digests.put(name, digestOf(part + name, value)));
            if (withheld != null) {
                withheld.digests().forEach((path, digest) -> {
                    if (path.startsWith(part)) {
                        digests.putIfAbsent(path.substring(part.length()), digest);
                    }
                });
            }
            return digests;
        }

        String digestOf(String path, @Nullable Object value) {
            byte[] own = salt(path);
            return HEX.formatHex(sha256.add(own).add(CanonicalJson.write(value)).end());
        }

        byte[] salt(String path) {
            if (salt != null) {
                return sha256.add(salt).add(path).end();
            }
            String known = withheld == null ? null : withheld.salts().get(path);
            if (known == null) {
                throw new IllegalArgumentException("there is no salt for " + path);
            }
            return HEX.parseHex(known);
        }
    }
}
