package io.frontless.proof;

import java.util.AbstractMap;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which the canonical text is known, as jsonb columns give it. Where it only passes through, as from the log into an export, it is never parsed,
 * which would be most of the work. Nobody changes it.
 */
@SuppressWarnings("JdkObsolete") // The states of events are sorted maps; nobody navigates in them.
public final class StoredObject extends AbstractMap<String, @Nullable Object>
        implements SortedMap<String, @Nullable Object> {

    private final String text;
    private @Nullable SortedMap<String, @Nullable Object> parsed;

    /** The object of a text that is canonical; what is none is found by who asks for its values. */
    public StoredObject(String text) {
        this.text = text;
    }

    /** Its canonical text. */
    String text() {
        return text;
    }

    private SortedMap<String, @Nullable Object> parsed() {
        SortedMap<String, @Nullable Object> read = parsed;
        if (read == null) {
            read = JsonText.readObject(text);
            parsed = read;
        }
        return read;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return parsed().entrySet();
    }

    @Override
    public @Nullable Object get(Object name) {
        return parsed().get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return parsed().containsKey(name);
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return parsed().comparator();
    }

    @Override
    public SortedMap<String, @Nullable Object> subMap(String from, String to) {
        return parsed().subMap(from, to);
    }

    @Override
    public SortedMap<String, @Nullable Object> headMap(String to) {
        return parsed().headMap(to);
    }

    @Override
    public SortedMap<String, @Nullable Object> tailMap(String from) {
        return parsed().tailMap(from);
    }

    @Override
    public String firstKey() {
        return parsed().firstKey();
    }

    @Override
    public String lastKey() {
        return parsed().lastKey();
    }
}
