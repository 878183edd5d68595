package io.frontless.assistant.offline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a {@link Form} stand for in one sentence. */
record Match(Map<String, Phrase> captured) {

    private static final Set<String> EVERY = Set.of("all", "every", "each", "everybody", "everyone", "everything");

    Match {
        captured = Map.copyOf(captured);
    }

    boolean has(String name) {
        return captured.containsKey(name);
    }

    /** “Public except Beacon”, “to Piet, but not the first”: what is excepted belongs to the target, whatever it stands after; of one record nothing is excepted. */
    Match withException(Turn turn) {
        Optional<Match> other = has("target") ? excepted() : Optional.empty();
        return other.filter(found -> areSeveral(turn, the("target"))).orElse(this);
    }

    private static boolean areSeveral(Turn turn, Phrase target) {
        return target.startsWithOneOf(EVERY) || turn.selections().namesSeveral(target);
    }

    /** Where “except CU-1” begins that stands behind all else; the size of the phrase where it does not. */
    static int exception(Phrase words) {
        for (int i = 2; i + 1 < words.size(); i++) {
            if (isException(words, i)) {
                return i;
            }
        }
        return words.size();
    }

    private static boolean isException(Phrase words, int i) {
        return words.at(i).isOneOf(Set.of("except", "excluding"))
                || (words.at(i).is("but") && words.at(i + 1).is("not"))
                || (words.at(i).is("apart") && words.at(i + 1).is("from"));
    }

    private Optional<Match> excepted() {
        for (Map.Entry<String, Phrase> entry : captured.entrySet()) {
            Phrase said = entry.getValue();
            for (int i = 1; i + 1 < said.size() && !entry.getKey().equals("target"); i++) {
                if (isException(said, i)) {
                    return Optional.of(with("target", the("target").joined(said.from(i)))
                            .with(
                                    entry.getKey(),
                                    said.to(i > 1 && said.at(i - 1).is(",") ? i - 1 : i)));
                }
            }
        }
        return Optional.empty();
    }

    /** The same with something else for a name. */
    Match with(String name, Phrase phrase) {
        Map<String, Phrase> other = new HashMap<>(captured);
        other.put(name, phrase);
        return new Match(other);
    }

    Phrase the(String name) {
        Phrase phrase = captured.get(name);
        if (phrase == null) {
            throw new IllegalArgumentException("The form has no <" + name + ">");
        }
        return phrase;
    }
}
