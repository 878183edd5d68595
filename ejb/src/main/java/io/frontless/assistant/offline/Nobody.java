package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads that records are nobody's: “that nobody is on”, “nobody has taken on”, “without anyone on them”. */
record Nobody(Turn turn, EntityView entity) {

    private static final Set<String> UNASSIGNED = Set.of("unassigned", "unclaimed", "unallocated");
    private static final int TOKENS_MAX = 6;
    private static final List<Form> NOBODY = List.of(
            Form.of("[that|which] nobody|noone|no-one is|'s [working] on|assigned [to] [it|them]"),
            Form.of("no one is|'s [working] on|assigned [to] [it|them]"),
            Form.of("nobody|noone|no-one has|'s taken|picked on|up|over"),
            Form.of("no one has|'s taken|picked on|up|over"),
            Form.of("without anybody|anyone|somebody|someone on it|them"),
            Form.of("without anybody|anyone|somebody|someone assigned [to] [it|them]"),
            Form.of(
                    "haven't|hasn't|haven’t|hasn’t|aren't|not [been] assigned|given to anybody|anyone|somebody|someone"));

    /** That the one field is empty that says who has to see to it. */
    Optional<Clause> read(Phrase phrase) {
        if (phrase.startsWithOneOf(UNASSIGNED)) {
            return empty(Roles.assigned(entity), 1);
        }
        Optional<Clause> deed = deed(phrase);
        if (deed.isPresent()) {
            return deed;
        }
        for (int length = Math.min(TOKENS_MAX, phrase.size()); length > 2; length--) {
            if (!Form.matches(NOBODY, phrase.to(length)).isEmpty()) {
                return empty(Roles.assigned(entity), length);
            }
        }
        return Optional.empty();
    }

    /** “Nobody coordinates”, where a field says who does. */
    private Optional<Clause> deed(Phrase phrase) {
        int no = phrase.startsWith("no") && phrase.size() > 1 && phrase.at(1).is("one") ? 2 : 1;
        boolean nobody = no == 2 || phrase.startsWithOneOf(Set.of("nobody", "noone", "no-one"));
        int verb = no + (phrase.size() > no && phrase.at(no).isOneOf(Set.of("has", "is", "'s", "was")) ? 1 : 0);
        return nobody && phrase.size() > verb && phrase.at(verb).isWord()
                ? empty(new Doers(turn, entity).doers(phrase.at(verb)), verb + 1)
                : Optional.empty();
    }

    private static Optional<Clause> empty(List<FieldSpec> fields, int tokens) {
        return fields.size() == 1
                ? Optional.of(new Clause(new Filter.Compare(fields.get(0).key(), Comparison.EMPTY, null), null, tokens))
                : Optional.empty();
    }
}
