package io.frontless.record.boundary;

import io.frontless.access.boundary.GrantText;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Grant;
import io.frontless.operation.Params;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a thing's state before and after, field by field, with the labels people know.
 *
 * @param before null where the thing did not exist
 * @param after null where it exists no more
 * @param titles what people call the records that references point to, by their id
 */
record StateDiff(
        String action,
        @Nullable String entity,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        Map<String, String> titles,
        SchemaView schema) {

    /** Families of operations whose states are told value by value. */
    private static final List<String> SETTINGS = List.of(
            "member.", "invitation.", "policy.", "assistant.", "sink.", "hold.", "retention.", "event.", "approval.");

    /** What the values of those are called; of the rest nothing is told. */
    private static final Map<String, String> LABELS = new TreeMap<>(Map.ofEntries(
            Map.entry("role", "Role"),
            Map.entry("suspended", "Suspended"),
            Map.entry("requireSecondFactor", "Second factor required"),
            Map.entry("sessionIdleHours", "Hours a session may be unused"),
            Map.entry("providers", "Models, in their order"),
            Map.entry("zeroRetention", "Only where nothing is kept"),
            Map.entry("region", "Only in the region"),
            Map.entry("tokensPerDay", "Tokens a day"),
            Map.entry("centsPerDay", "Cents a day"),
            Map.entry("kind", "Goes to a"),
            Map.entry("target", "Where"),
            Map.entry("format", "Format"),
            Map.entry("paused", "Paused"),
            Map.entry("reason", "Reason"),
            Map.entry("status", "State"),
            Map.entry("entity", "Table"),
            Map.entry("record", "Record"),
            Map.entry("keepDays", "Days that it is kept"),
            Map.entry("file", "Archive"),
            Map.entry("removed", "Rows removed"),
            Map.entry("held", "Rows held")));

    List<Diff> diffs() {
        if (action.startsWith("field.")) {
            return List.of(new Diff(
                    key(state(after == null ? before : after)), fieldLabel(), fieldText(before), fieldText(after)));
        }
        if (action.startsWith("comment.")) {
            return List.of(new Diff(
                    "text",
                    "Comment",
                    ValueText.of(state(before).get("text")),
                    ValueText.of(state(after).get("text"))));
        }
        if (action.startsWith("link.")) {
            return List.of(new Diff(label(state(after == null ? before : after)), linked(before), linked(after)));
        }
        return action.startsWith("record.") ? recordDiffs() : partDiffs();
    }

    /** What a link leads to. */
    private String linked(@Nullable Map<String, @Nullable Object> link) {
        String id = ValueText.of(state(link).get("to"));
        return titles.getOrDefault(id, id);
    }

    private List<Diff> recordDiffs() {
        Optional<EntityView> known = schema.entity(String.valueOf(entity));
        Set<String> keys = new LinkedHashSet<>();
        known.ifPresent(view -> view.fields().forEach(field -> keys.add(field.key())));
        keys.addAll(state(before).keySet());
        keys.addAll(state(after).keySet());
        List<Diff> diffs = new ArrayList<>();
        for (String key : keys) {
            Object from = state(before).get(key);
            Object to = state(after).get(key);
            if (!Objects.equals(from, to)) {
                diffs.add(diff(key, known.flatMap(view -> view.field(key)), from, to));
            }
        }
        return diffs;
    }

    private Diff diff(String key, Optional<FieldSpec> field, @Nullable Object from, @Nullable Object to) {
        return field.map(spec ->
                        new Diff(key, spec.label(), ValueText.of(spec, from, titles), ValueText.of(spec, to, titles)))
                .orElseGet(() -> new Diff(key, key, ValueText.of(from), ValueText.of(to)));
    }

    /** Of a table or the workspace: its new name, or else its fields. */
    private List<Diff> partDiffs() {
        List<Diff> diffs = new ArrayList<>();
        String from = ValueText.of(state(before).get("label"));
        String to = ValueText.of(state(after).get("label"));
        if (stays() && !from.equals(to)) {
            diffs.add(new Diff("Name", from, to));
        }
        addRedacted(diffs);
        addSettings(diffs);
        addKey(diffs);
        addVaultKey(diffs);
        fields(before).forEach(field -> diffs.add(new Diff(key(field), label(field), FieldText.of(field, schema), "")));
        fields(after).forEach(field -> diffs.add(new Diff(key(field), label(field), "", FieldText.of(field, schema))));
        return diffs;
    }

    /** Of a role: what it allows; of a member, a policy and the like: each value that has a label. */
    private void addSettings(List<Diff> diffs) {
        if (action.startsWith("role.")) {
            addUnlessSame(diffs, "Allows", grants(before), grants(after));
        } else if (SETTINGS.stream().anyMatch(action::startsWith)) {
            LABELS.forEach((name, label) -> addUnlessSame(diffs, label, plain(before, name), plain(after, name)));
        }
    }

    /** Of a redaction: whose values go. */
    private void addRedacted(List<Diff> diffs) {
        if (action.startsWith("event.") && state(after).get("fields") instanceof Collection<?> keys) {
            Optional<EntityView> known = schema.entity(String.valueOf(entity));
            String labels = keys.stream()
                    .map(String::valueOf)
                    .map(key -> known.flatMap(view -> view.field(key))
                            .map(FieldSpec::label)
                            .orElse(key))
                    .collect(Collectors.joining(", "));
            addUnlessSame(diffs, "Fields", "", labels);
        }
    }

    /** Of an API key: what it may do, how much, and until when. */
    private void addKey(List<Diff> diffs) {
        if (action.startsWith("apikey.")) {
            diffs.add(diff("Role", "role"));
            Diff expires = diff("Expires", "expiresAt");
            diffs.add(new Diff(expires.field(), TimeText.minute(expires.before()), TimeText.minute(expires.after())));
            if (state(before == null ? after : before).get("rowsPerDay") != null) {
                diffs.add(diff("Rows a day", "rowsPerDay"));
            }
        }
    }

    /** Of a key that seals secrets: its version; of the end of all: how many secrets are lost with them. */
    private void addVaultKey(List<Diff> diffs) {
        if (action.startsWith("key.") || action.startsWith("installation-key.")) {
            addUnlessSame(diffs, "Version", value(before, "version"), value(after, "version"));
            addUnlessSame(diffs, "Secrets", value(before, "secrets"), value(after, "secrets"));
        }
    }

    private static String value(@Nullable Map<String, @Nullable Object> of, String name) {
        return ValueText.of(state(of).get(name));
    }

    private Diff diff(String label, String name) {
        return new Diff(
                label,
                ValueText.of(state(before).get(name)),
                ValueText.of(state(after).get(name)));
    }

    private static void addUnlessSame(List<Diff> diffs, String label, String from, String to) {
        if (!from.equals(to)) {
            diffs.add(new Diff(label, from, to));
        }
    }

    /** Whoever comes or goes unsuspended is not worth a line about that. */
    private String plain(@Nullable Map<String, @Nullable Object> of, String name) {
        Object value = state(of).get(name);
        return !stays() && Boolean.FALSE.equals(value) ? "" : ValueText.of(value);
    }

    private String grants(@Nullable Map<String, @Nullable Object> role) {
        return role == null ? "" : GrantText.of(Grant.listFrom(new Params("role", role), "grants"), schema);
    }

    /** The fields of a table that comes or goes; where it stays, its fields have changes of their own. */
    private List<Map<?, ?>> fields(@Nullable Map<String, @Nullable Object> of) {
        List<Map<?, ?>> fields = new ArrayList<>();
        if (!stays() && state(of).get("fields") instanceof Collection<?> all) {
            for (Object field : all) {
                if (field instanceof Map<?, ?> map) {
                    fields.add(map);
                }
            }
        }
        return fields;
    }

    private boolean stays() {
        return before != null && after != null;
    }

    private String fieldLabel() {
        return label(state(after == null ? before : after));
    }

    private String fieldText(@Nullable Map<String, @Nullable Object> field) {
        return field == null ? "" : FieldText.of(field, schema);
    }

    private static String key(Map<?, ?> part) {
        return ValueText.of(part.get("key"));
    }

    private static String label(Map<?, ?> part) {
        return ValueText.of(part.get("label"));
    }

    private static Map<String, @Nullable Object> state(@Nullable Map<String, @Nullable Object> state) {
        return state == null ? Map.of() : state;
    }
}
