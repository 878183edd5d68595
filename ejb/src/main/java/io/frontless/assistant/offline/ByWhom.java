package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads in a condition that anybody or nobody has something to do with one record: “nobody holds the Sony FX6”, “somebody is assigned to J-804”. */
record ByWhom(Turn turn, Phrase words) {

    /** What is left of the words, without the one who does it: of which record, by which verb, and whether it is nobody. */
    record Said(Phrase rest, boolean nobody) {}

    private static final Set<String> NOBODY = Set.of("nobody", "noone", "no-one");
    private static final Set<String> SOMEBODY = Set.of("somebody", "someone", "anybody", "anyone");
    private static final Set<String> NOT =
            Set.of("not", "isn't", "isn’t", "hasn't", "hasn’t", "wasn't", "aren't", "never", "doesn't", "doesn’t");
    private static final Set<String> LIGHT = Set.of(
            "is", "are", "was", "has", "have", "'s", "does", "been", "already", "yet", "still", "on", "to", "for", "of",
            "by", "the", "a", "an", "with", "up", "over", "now", "got", "there", "who");
    private static final Set<String> HAVING = Set.of(
            "assigned",
            "given",
            "taken",
            "takes",
            "take",
            "working",
            "works",
            "doing",
            "allocated",
            "picked",
            "down",
            "named");

    /** What stands around somebody; empty where nobody is told of, or it is denied twice. */
    Optional<Said> said() {
        for (int i = 0; i < words.size(); i++) {
            boolean two = i + 1 < words.size()
                    && words.at(i).is("no")
                    && words.at(i + 1).is("one");
            boolean nobody = two || words.at(i).isOneOf(NOBODY);
            if (nobody || words.at(i).isOneOf(SOMEBODY)) {
                Phrase rest = words.to(i).joined(words.from(i + (two ? 2 : 1)));
                boolean denied = rest.tokens().stream().anyMatch(token -> token.isOneOf(NOT));
                return denied && (nobody || i == 0)
                        ? Optional.empty()
                        : Optional.of(new Said(rest.without(token -> token.isOneOf(NOT)), nobody || denied));
            }
        }
        return Optional.empty();
    }

    /** The one field that says who does so, by the words around the record's name. */
    Optional<FieldSpec> field(EntityView entity, Phrase around) {
        Phrase verb = around.without(token -> token.isOneOf(LIGHT));
        boolean assigned = verb.tokens().stream().allMatch(token -> token.isOneOf(HAVING));
        List<FieldSpec> fields = assigned
                ? Roles.assigned(entity)
                : verb.size() == 1 ? new Doers(turn, entity).doers(verb.at(0)) : List.of();
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }
}
