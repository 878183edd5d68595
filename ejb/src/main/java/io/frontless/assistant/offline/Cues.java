package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises where a field begins among the words after an entity or record.
 *
 * @param creates whether a new record is described; a change names its fields more strictly
 */
record Cues(Turn turn, EntityView entity, Phrase words, boolean creates) {

    private static final Set<String> WORTH = Set.of("worth", "costing", "costs", "at", "for", "over", "of");
    private static final Set<String> WITH = Set.of("with", "for", "at", "in", "from", "by", "of", "on", "to");
    private static final Set<String> SAYS_STATE = Set.of("in", "as", "is");
    private static final Set<String> FOR_ROLE = Set.of("on", "as");
    private static final int NAME_TOKENS_MAX = 3;
    private static final Set<String> ENDS = Set.of(",", ";", "and", "&");
    private static final Set<String> ON = Set.of("on", "dated");

    /** Words that open a field. */
    record Cue(FieldSpec field, int length) {}

    /**
     * A value that says by its form which fields it can belong to.
     *
     * @param start how many tokens stand before the value, such as “in”
     * @param length how many tokens it takes, those before it included
     * @param plain whether it can be nothing else, as an amount with a currency
     */
    record Mention(List<FieldSpec> fields, int start, int length, boolean plain) {
        Mention(List<FieldSpec> fields, int length, boolean plain) {
            this(fields, 0, length, plain);
        }
    }

    /** A number before its field's name, as in “2 copies”: the value is all but that name. */
    Optional<Mention> counted(int i, boolean fresh, Set<FieldSpec> taken) {
        Phrase rest = words.from(i);
        Optional<Amounts.Amount> amount = creates || fresh ? Amounts.leading(rest) : Optional.empty();
        if (amount.isEmpty()) {
            return fresh ? role(rest, taken) : Optional.empty();
        }
        int number = amount.get().tokens();
        if (Roles.isPer(rest.from(number))) {
            return Optional.empty();
        }
        return turn.schema()
                .leadingField(entity, rest.from(number))
                .filter(named -> Roles.isNumber(named.thing()) && !taken.contains(named.thing()))
                .filter(named -> rest.size() == number + named.length()
                        || rest.at(number + named.length()).isOneOf(Set.of(",", ";", "and", "with", "for")))
                .map(named -> new Mention(List.of(named.thing()), number, number + named.length(), true));
    }

    /** “Sanna on camera”, “Pavel as driver”: somebody, and the field that tells what for, in a part of its own. */
    private Optional<Mention> role(Phrase rest, Set<FieldSpec> taken) {
        int name = DescribedNames.nameEnd(rest, 0, NAME_TOKENS_MAX);
        if (name == 0 || name + 1 >= rest.size() || !rest.at(name).isOneOf(FOR_ROLE)) {
            return Optional.empty();
        }
        return turn.schema()
                .leadingField(entity, rest.from(name + 1).bare())
                .filter(named -> !taken.contains(named.thing()))
                .filter(named ->
                        named.thing().type() == FieldType.REFERENCE || KnownPeople.isSomebody(entity, named.thing()))
                .map(named -> new Mention(
                        List.of(named.thing()),
                        name,
                        rest.size() - rest.from(name + 1).bare().size() + named.length(),
                        true))
                .filter(mention -> rest.size() == mention.length()
                        || rest.at(mention.length()).isOneOf(ENDS));
    }

    /** A yes-or-no field in a part of its own, as in “, urgent, no pets”; the value is in the answer. */
    Optional<State> flag(int i, Set<FieldSpec> taken) {
        Phrase part = words.from(i).split(ENDS).stream().findFirst().orElse(words.to(0));
        boolean apart = i == 0 ? !creates : words.at(i - 1).isOneOf(ENDS);
        if (!apart || part.isEmpty() || part.tokens().stream().anyMatch(Token::quoted)) {
            return Optional.empty();
        }
        boolean without = part.size() > 1 && part.startsWithOneOf(Set.of("no", "without"));
        boolean off = part.size() > 1 && part.at(part.size() - 1).is("off");
        Phrase kept = off ? part.to(part.size() - 1) : part;
        Phrase said = without || (kept.size() > 1 && kept.startsWith("with")) ? kept.from(1) : kept;
        List<State> states = turn
                .schema()
                .states(entity, said.from(State.negation(said)).bare())
                .stream()
                .filter(state -> state.value() instanceof Boolean && !taken.contains(state.field()))
                .toList();
        if (states.size() != 1) {
            return Optional.empty();
        }
        boolean no = without || off || State.negation(said) > 0;
        State state = states.get(0);
        return Optional.of(new State(state.field(), no != Boolean.TRUE.equals(state.value()), false));
    }

    /** An option after “in” or “as”, as in “in the Retail industry”. */
    Optional<Mention> placed(int i, Set<FieldSpec> taken) {
        Phrase rest = words.from(i);
        if (rest.size() < 2 || !rest.startsWithOneOf(SAYS_STATE)) {
            return Optional.empty();
        }
        Optional<Mention> whole = state(rest, taken).filter(said -> said.length() > 1);
        if (whole.isPresent()) {
            return whole;
        }
        Phrase bare = rest.from(1).bare();
        int start = rest.size() - bare.size();
        return state(bare, taken).map(state -> new Mention(state.fields(), start, start + state.length(), true));
    }

    /** The cue at this token. */
    Optional<Cue> at(int i, boolean fresh, Set<FieldSpec> taken) {
        Phrase rest = words.from(i);
        return rest.size() < 2 ? Optional.empty() : preposition(rest, taken).or(() -> fieldName(i, fresh, taken));
    }

    /** The value at this token that needs no cue. */
    Optional<Mention> mention(int i, boolean fresh, Set<FieldSpec> taken) {
        if (!creates && !fresh) {
            return Optional.empty();
        }
        Phrase rest = words.from(i);
        boolean first = creates && i == 0 && taken.isEmpty() && !entity.fields().isEmpty();
        Optional<Dates.Dated> date = dateFields(taken).isEmpty()
                ? Optional.empty()
                : Dates.leading(rest, today()).filter(found -> found.span().isDay());
        if (date.isPresent() && (!first || date.get().plain())) {
            int time = ValueReader.timed(rest.from(date.get().tokens()));
            List<FieldSpec> timed = dateFields(taken).stream()
                    .filter(field -> time == 0 || field.type() == FieldType.DATETIME)
                    .toList();
            return timed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Mention(
                            timed, date.get().tokens() + time, date.get().plain()));
        }
        Optional<Amounts.Amount> amount = Amounts.leading(rest);
        if (amount.isPresent() && (!first || amount.get().currency())) {
            return amount(amount.get(), rest, taken);
        }
        Optional<Mention> state = state(rest, taken);
        if (first && state.isPresent() && state.get().length() < rest.size()) {
            throw CueQuestions.atBeginning(rest, state.get());
        }
        return address(rest, taken).or(() -> state);
    }

    /** A number before what is referred to, as in “12 Kessler Riesling”, tells how many. */
    private Optional<Mention> amount(Amounts.Amount amount, Phrase rest, Set<FieldSpec> taken) {
        boolean pieces = new KnownValues(turn, entity).isReference(rest.from(amount.tokens()), taken);
        List<FieldSpec> fields = free(pieces ? Roles.quantity(entity) : Roles.amount(entity), taken);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mention(fields, amount.tokens(), amount.currency()));
    }

    private Optional<Mention> address(Phrase rest, Set<FieldSpec> taken) {
        List<FieldSpec> fields = entity.fields().stream()
                .filter(field -> field.type() == FieldType.EMAIL || field.type() == FieldType.URL)
                .filter(field -> !taken.contains(field) && turn.values().leading(field, rest) > 0)
                .toList();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mention(fields, turn.values().leading(fields.get(0), rest), true));
    }

    private Optional<Mention> state(Phrase rest, Set<FieldSpec> taken) {
        ValueReader values = turn.values();
        int length = entity.fields().stream()
                .filter(field -> field.type() == FieldType.CHOICE && !taken.contains(field))
                .mapToInt(field -> values.leading(field, rest))
                .max()
                .orElse(0);
        List<FieldSpec> fields = entity.fields().stream()
                .filter(field -> field.type() == FieldType.CHOICE && !taken.contains(field))
                .filter(field -> length > 0 && values.leading(field, rest) == length)
                .toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        boolean named = length < rest.size()
                && fields.size() == 1
                && turn.schema()
                        .leadingField(entity, rest.from(length))
                        .filter(next -> next.length() == 1 && next.thing().equals(fields.get(0)))
                        .isPresent();
        return Optional.of(new Mention(fields, 0, named ? length + 1 : length, false));
    }

    private Optional<Cue> preposition(Phrase rest, Set<FieldSpec> taken) {
        Phrase word = rest.to(1);
        Phrase after = rest.from(1);
        boolean amount = Amounts.leading(after).isPresent();
        if (rest.startsWithOneOf(WORTH) && amount) {
            return cue(free(Roles.amount(entity), taken), word);
        }
        if (rest.startsWith("due")) {
            int skip = after.size() > 1 && after.startsWithOneOf(Set.of("on", "by")) ? 1 : 0;
            boolean dated = Dates.leading(after.from(skip), today()).isPresent();
            boolean named = turn.schema().leadingField(entity, rest).isPresent();
            return dated || !named ? cue(Roles.due(entity), rest.to(1 + skip)) : Optional.empty();
        }
        if (rest.startsWithOneOf(ON) && Dates.leading(after, today()).isPresent()) {
            return cue(Roles.day(entity), word);
        }
        if (!creates) {
            return Optional.empty();
        }
        Optional<Cue> verb = dateVerb(rest, taken);
        if (verb.isPresent()) {
            return verb;
        }
        Optional<Cue> reference = doneBy(rest, taken).or(() -> reference(rest, after, taken));
        if (reference.isPresent()) {
            return reference;
        }
        if (rest.startsWith("for")) {
            Optional<Cue> named = turn.schema()
                    .leadingField(entity, after)
                    .filter(field -> field.length() < after.size() && isLowerCase(after.to(field.length())))
                    .map(field -> new Cue(field.thing(), 1 + field.length()));
            List<FieldSpec> parties = free(Roles.party(entity), taken);
            return named.or(() -> parties.isEmpty() ? owner(after, taken) : cue(parties, word));
        }
        if (rest.startsWith("in") || rest.startsWith("from")) {
            return namedPlace(after).or(() -> cue(Roles.place(entity), word));
        }
        return rest.startsWith("by") ? cue(Roles.person(entity), word) : Optional.empty();
    }

    /** “In town York”: the place's field is named before it. */
    private Optional<Cue> namedPlace(Phrase after) {
        return turn.schema()
                .leadingField(entity, after)
                .filter(field -> field.length() < after.size() && isLowerCase(after.to(field.length())))
                .filter(field -> Roles.place(entity).contains(field.thing())
                        && after.at(field.length()).isWord()
                        && !after.at(field.length()).is("of"))
                .map(field -> new Cue(field.thing(), 1 + field.length()));
    }

    /** “Owned by Quay Properties”: the one field that tells by whom it is done. */
    private Optional<Cue> doneBy(Phrase rest, Set<FieldSpec> taken) {
        boolean done = rest.size() > 2
                && rest.at(0).isWord()
                && rest.at(1).is("by")
                && Words.isPast(rest.at(0).text());
        List<FieldSpec> fields = !done
                ? List.of()
                : free(entity.fields(), taken).stream()
                        .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                        .filter(field -> !entity.titleField().equals(Optional.of(field)))
                        .filter(field ->
                                turn.schema().isDoneBy(field, rest.at(0).word()))
                        .toList();
        return fields.size() == 1 ? Optional.of(new Cue(fields.get(0), 2)) : Optional.empty();
    }

    /** “Opened today”, “expires on 1 May”. */
    private Optional<Cue> dateVerb(Phrase rest, Set<FieldSpec> taken) {
        if (!rest.at(0).isWord()) {
            return Optional.empty();
        }
        int on = rest.size() > 2 && rest.at(1).isOneOf(ON) ? 1 : 0;
        List<FieldSpec> fields = free(Roles.dates(entity, rest.at(0).text().toLowerCase(Locale.ROOT)), taken);
        return fields.size() == 1 && Dates.leading(rest.from(1 + on), today()).isPresent()
                ? cue(fields, rest.to(1 + on))
                : Optional.empty();
    }

    /** “With Dr. Weber”, “on Court 5”: the only reference whose target is called so; a field's name alone is none. */
    private Optional<Cue> reference(Phrase rest, Phrase after, Set<FieldSpec> taken) {
        if (!rest.startsWithOneOf(WITH)) {
            return Optional.empty();
        }
        int named = turn.schema()
                .leadingField(entity, after.bare())
                .map(SchemaLinker.Named::length)
                .filter(length -> length < after.bare().size())
                .orElse(0);
        List<FieldSpec> references = free(entity.fields(), taken).stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        return references.isEmpty()
                ? Optional.empty()
                : new Holders(turn, entity, references)
                        .leading(after, Holders.Relation.NONE)
                        .filter(held -> named == 0 || held.tokens() > named)
                        .map(held -> new Cue(held.field(), 1));
    }

    /** “For Lena” where there is no party: who is known to have something of this kind. */
    private Optional<Cue> owner(Phrase after, Set<FieldSpec> taken) {
        List<FieldSpec> owners = free(Roles.assigned(entity), taken);
        return new Holders(turn, entity, owners)
                .leading(after, Holders.Relation.BY)
                .map(held -> new Cue(held.field(), 1));
    }

    private Optional<Cue> fieldName(int i, boolean fresh, Set<FieldSpec> taken) {
        int skip = words.at(i).isOneOf(Set.of("the", "its", "his", "her", "their", "a", "an")) && i + 2 < words.size()
                ? 1
                : 0;
        Phrase rest = words.from(i + skip);
        Optional<SchemaLinker.Named<FieldSpec>> named = turn.schema().leadingField(entity, rest);
        if (named.isEmpty() || named.get().length() >= rest.size()) {
            return Optional.empty();
        }
        FieldSpec field = named.get().thing();
        if (i > 0
                && words.at(i - 1).isOneOf(WITH)
                && isInName(field, rest, named.get().length())) {
            return Optional.empty();
        }
        int back = rest.size() > named.get().length() + 2
                        && rest.at(named.get().length()).is("back")
                ? 1
                : 0;
        int length = named.get().length() + back;
        boolean explicit =
                rest.at(length).isOneOf(creates ? Set.of(":", "=", "is", "of") : Set.of(":", "=", "is", "to", "as"));
        if (explicit) {
            return Optional.of(new Cue(field, skip + length + 1));
        }
        if (rest.at(length).isOneOf(Set.of(",", ";")) || (!fresh && taken.contains(field))) {
            return Optional.empty();
        }
        boolean ofFigure = rest.at(length).is("of")
                && Roles.isNumber(field)
                && turn.values().leading(field, rest.from(length + 1)) > 0;
        if (ofFigure) {
            return Optional.of(new Cue(field, skip + length + 1));
        }
        boolean sure = turn.values().leading(field, rest.from(length)) > 0;
        boolean amongText = !fresh || (creates && i == 0);
        if (!amongText || sure) {
            return Optional.of(new Cue(field, skip + length));
        }
        if (!isLowerCase(rest.to(length))) {
            throw CueQuestions.perhapsText(words.from(i), rest.to(length), field, fresh);
        }
        return Optional.of(new Cue(field, skip + length));
    }

    /** “On Court 5”, where a booking's court is called so: the word that names the field belongs to the name. */
    private boolean isInName(FieldSpec field, Phrase rest, int length) {
        return creates
                && field.type() == FieldType.REFERENCE
                && new Holders(turn, entity, List.of(field))
                        .leading(rest, Holders.Relation.NONE)
                        .filter(held -> held.tokens() > length)
                        .isPresent();
    }

    /** A name with a capital may be part of a text; not so in a sentence that is all capitals. */
    private boolean isLowerCase(Phrase phrase) {
        String text = phrase.text();
        return text.equals(text.toLowerCase(Locale.ROOT))
                || phrase.sentence().equals(phrase.sentence().toUpperCase(Locale.ROOT));
    }

    private static Optional<Cue> cue(List<FieldSpec> fields, Phrase word) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Cue(Slots.one(fields, word), word.size()));
    }

    private List<FieldSpec> dateFields(Set<FieldSpec> taken) {
        return free(entity.fields().stream().filter(Roles::isDate).toList(), taken);
    }

    private static List<FieldSpec> free(List<FieldSpec> fields, Set<FieldSpec> taken) {
        return fields.stream().filter(field -> !taken.contains(field)).toList();
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
