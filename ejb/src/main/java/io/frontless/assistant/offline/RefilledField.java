package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What words mean as the next value of a field by which records are described: “D4” for what is on shelf C1, “Sofus Lind” for what has no clerk. */
record RefilledField(Turn turn, EntityView entity, RefillReading.Condition condition) {

    private static final Set<String> ME = Set.of("me", "myself");
    private static final Form AS = Form.of("<rest> as [the|their|its|new] <role>");

    /** The value; empty where the words are none, or could as well be one of another field. */
    Optional<Object> value(Phrase said) {
        Phrase plain = AS.matches(said).stream()
                .filter(match -> Names.same(field().label(), match.the("role").text()))
                .map(match -> match.the("rest"))
                .findFirst()
                .orElse(said);
        Phrase bare = plain.bare();
        boolean named = plain.size() < said.size();
        int label = turn.schema()
                .leadingField(entity, bare)
                .filter(found -> found.thing().equals(field()) && found.length() < bare.size())
                .map(SchemaLinker.Named::length)
                .orElse(0);
        Phrase value = bare.from(label);
        try {
            Optional<Object> read = read(value, bare, label > 0);
            return read.filter(found -> named || label > 0 || condition.isEmpty() || !isForAnother(value));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private FieldSpec field() {
        return condition.field();
    }

    private Optional<Object> read(Phrase value, Phrase whole, boolean labelled) {
        boolean me = value.size() == 1 && value.startsWithOneOf(ME);
        if (me && field().type() != FieldType.REFERENCE && !KnownPeople.isSomebody(entity, field())) {
            return Optional.empty();
        }
        Phrase who = me ? Phrase.quoted(turn.request().author().name()) : value;
        return switch (field().type()) {
            case REFERENCE -> held(who);
            case TEXT -> held(who).or(() -> text(who, whole, labelled));
            case CHOICE -> turn.schema().option(field(), value).map(option -> option);
            case INTEGER, DECIMAL, MONEY, DATE ->
                condition.isEmpty() && turn.values().leading(field(), value) == value.size()
                        ? Optional.of(turn.values().read(field(), value))
                        : Optional.empty();
            case LONG_TEXT, DATETIME, BOOLEAN, EMAIL, PHONE, URL -> Optional.empty();
        };
    }

    private Optional<Object> held(Phrase value) {
        return new Holders(turn, entity, List.of(field()))
                .read(value, Holders.Relation.NONE)
                .map(Holders.Held::value);
    }

    /** Somebody whom any table knows, a text in quotes, or one that is made like those before: “Hall C” beside “Hall A”. */
    private Optional<Object> text(Phrase value, Phrase whole, boolean labelled) {
        if (value.isQuoted()) {
            return Optional.of(value.text());
        }
        if (KnownPeople.isSomebody(entity, field())) {
            return new KnownPeople(turn)
                    .leading(value)
                    .filter(known -> known.tokens() == value.size())
                    .map(KnownPeople.Known::name);
        }
        boolean like = condition.values().stream().anyMatch(old -> isLike(String.valueOf(old), value.text()));
        boolean wholeLike =
                labelled && condition.values().stream().anyMatch(old -> isLike(String.valueOf(old), whole.text()));
        return wholeLike ? Optional.of(whole.text()) : like ? Optional.of(value.text()) : Optional.empty();
    }

    /** Whether both are the same words but for a letter or number at their end. */
    private static boolean isLike(String old, String next) {
        String stem = old.replaceFirst("(\\p{Lu}|\\d+|(?<=\\p{Lu})\\d+)$", "");
        return stem.length() < old.length()
                && (next.startsWith(stem) || stem.matches("\\p{Lu}"))
                && (next.matches("\\Q" + stem + "\\E(\\p{Lu}|\\d+)")
                        || (stem.matches("\\p{Lu}") && next.matches("\\p{Lu}\\d+")));
    }

    /** “Tickets opened by Tom go to Ben”, where somebody else has to see to them, does not say that Ben opened them. */
    private boolean isForAnother(Phrase value) {
        List<FieldSpec> others = entity.fields().stream()
                .filter(other -> !other.equals(field()) && !entity.titleField().equals(Optional.of(other)))
                .filter(other -> other.type() == FieldType.TEXT || other.type() == FieldType.REFERENCE)
                .toList();
        boolean people = KnownPeople.isSomebody(entity, field())
                && others.stream().anyMatch(other -> KnownPeople.isSomebody(entity, other));
        boolean pointed = field().type() == FieldType.REFERENCE
                && others.stream()
                        .anyMatch(other -> String.valueOf(field().target()).equals(other.target()));
        return people
                || pointed
                || new Holders(turn, entity, others)
                        .read(value, Holders.Relation.NONE)
                        .isPresent();
    }
}
