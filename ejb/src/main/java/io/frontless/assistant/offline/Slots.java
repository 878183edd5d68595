package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the words after an entity or record to its fields, from left to right: a cue such as a field's name or “due” opens a
 * field, a number, date or option goes where only one field can hold it, and other words are the title. What finds no place is asked about.
 */
final class Slots {

    static final Set<String> AND = Set.of("and", "&", "with", "having", "plus", "whose");

    static final Set<String> SEPARATORS = Set.of(",", ";", ":");
    private static final Set<String> MORE = Set.of(
            "from", "with", "who", "that", "which", "born", "because", "whose", "as", "unless", "if", "instead",
            "except", "again");

    /** Words that lead to a field's name rather than ending a text before it. */
    private static final Set<String> JOINING =
            Set.of("on", "in", "at", "by", "of", "for", "with", "from", "to", "the", "a", "an", "has", "is");

    private static final Set<String> PARENTHESES = Set.of("(", ")");
    private final Turn turn;
    private final EntityView entity;
    private final Phrase words;
    private final boolean creates;
    private final Cues cues;
    private final KnownValues known;
    private final Map<FieldSpec, Object> values = new LinkedHashMap<>();

    /** What was done on the days that are told. */
    private final Map<FieldSpec, Phrase> deeds = new LinkedHashMap<>();

    private @Nullable FieldSpec open;
    private int runStart = -1;

    /** Whether a verb of the past tells of the field: “paid on 28 September”. */
    private boolean passed;

    private Slots(Turn turn, EntityView entity, Phrase words, boolean creates) {
        this.turn = turn;
        this.entity = entity;
        this.words = words;
        this.creates = creates;
        this.cues = new Cues(turn, entity, words, creates);
        this.known = new KnownValues(turn, entity);
    }

    /** Values of a new record. */
    static Values forNew(Turn turn, EntityView entity, Phrase words) {
        return new Slots(turn, entity, words, true).read(0);
    }

    /** Values to change, each with its field's name. */
    static Values forChange(Turn turn, EntityView entity, Phrase words) {
        return new Slots(turn, entity, words, false).read(0);
    }

    /** Values to change, of which the first belongs to a field named before. */
    static Values forChange(Turn turn, FieldSpec first, EntityView entity, Phrase words) {
        Slots slots = new Slots(turn, entity, words, false);
        return slots.read(slots.openWith(first, 0));
    }

    /** The one field of several that a cue can mean. */
    static FieldSpec one(List<FieldSpec> fields, Phrase cue) {
        return one(fields, cue, "");
    }

    private static FieldSpec one(List<FieldSpec> fields, Phrase cue, String value) {
        if (fields.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be the %s. Which one?"
                            .formatted(
                                    cue.text(),
                                    SchemaLinker.join(fields.stream()
                                            .map(FieldSpec::label)
                                            .toList())),
                    fields.stream()
                            .limit(4)
                            .map(field -> cue.sentenceWith("with " + lower(field) + value))
                            .toList());
        }
        return fields.get(0);
    }

    private Values read(int start) {
        for (int i = start; i < words.size(); ) {
            i = step(i);
        }
        close(words.size());
        Values read = Values.none();
        for (Map.Entry<FieldSpec, Object> entry : values.entrySet()) {
            read = read.with(entry.getKey().key(), entry.getValue());
        }
        for (Map.Entry<FieldSpec, Phrase> deed : deeds.entrySet()) {
            read = new DeedDay(turn, entity, deed.getKey(), deed.getValue()).with(read);
        }
        return read;
    }

    private int step(int i) {
        boolean fresh = runStart < 0;
        if (words.at(i).isOneOf(SEPARATORS) || words.at(i).isOneOf(PARENTHESES)) {
            close(i);
            return i + 1;
        }
        if (words.at(i).isOneOf(AND) && i + 1 < words.size() && startsSlot(i + 1, fresh)) {
            close(i);
            return i + 1;
        }
        if (State.isNewValue(turn.schema(), entity, words.from(i))) {
            return i + 1;
        }
        Optional<State> flag = cues.flag(i, taken());
        if (flag.isPresent()) {
            close(i);
            give(flag.get().field(), flag.get().value(), words.text());
            return end(i);
        }
        Optional<Cues.Mention> placed = creates ? cues.placed(i, taken()) : Optional.empty();
        if (placed.isPresent()) {
            return mentioned(i, fresh, placed.get());
        }
        Optional<Cues.Cue> cue = cues.at(i, fresh, taken());
        if (cue.isPresent()) {
            close(i);
            Phrase said = words.sub(i, i + cue.get().length());
            Optional<State> done = creates
                    ? Optional.empty()
                    : State.ofDeed(turn.schema(), entity, cue.get().field(), said);
            done.ifPresent(state -> give(state.field(), state.value(), said.text()));
            passed =
                    Roles.isDate(cue.get().field()) && DeedDay.isDone(said.at(0).text());
            if (passed && !creates) {
                deeds.put(cue.get().field(), said);
            }
            return openWith(cue.get().field(), i + cue.get().length());
        }
        Optional<Cues.Mention> counted = cues.counted(i, fresh, taken());
        if (counted.isPresent()) {
            close(i);
            assign(counted.get().fields().get(0), words.sub(i, i + counted.get().start()));
            return i + counted.get().length();
        }
        Optional<Cues.Mention> mention = cues.mention(i, fresh, values.keySet());
        if (mention.isPresent()) {
            return mentioned(i, fresh, mention.get());
        }
        if (words.at(i).quoted()) {
            close(i);
            runStart = i;
            close(i + 1);
            return i + 1;
        }
        runStart = fresh ? i : runStart;
        return i + 1;
    }

    /** Where the part that begins here ends. */
    private int end(int i) {
        int end = i + 1;
        while (end < words.size()
                && !words.at(end).isOneOf(SEPARATORS)
                && !words.at(end).isOneOf(AND)) {
            end++;
        }
        return end;
    }

    private int mentioned(int i, boolean fresh, Cues.Mention mention) {
        int end = i + mention.length();
        if (!fresh && mention.start() == 0 && isTitle(i, end, mention.plain())) {
            return end;
        }
        close(i);
        Phrase value = words.sub(i + mention.start(), end);
        FieldSpec field = one(mention.fields(), value, " " + value.text());
        assign(field, field.options().isEmpty() ? value : value.to(turn.values().leading(field, value)));
        return end;
    }

    private Set<FieldSpec> taken() {
        Set<FieldSpec> taken = new HashSet<>(values.keySet());
        Optional.ofNullable(open).ifPresent(taken::add);
        return taken;
    }

    private boolean startsSlot(int i, boolean fresh) {
        return cues.at(i, true, taken()).isPresent()
                || ((creates || fresh) && cues.mention(i, true, values.keySet()).isPresent());
    }

    private int openWith(FieldSpec field, int from) {
        int start = from + 1 < words.size() && words.at(from).is("now") ? from + 1 : from;
        if (start >= words.size()
                || words.at(start).isOneOf(SEPARATORS)
                || words.at(start).is("yet")) {
            throw Unclear.say("%s has no value in “%s”.".formatted(field.label(), words.text()));
        }
        Phrase rest = words.from(start);
        int sure = rest.at(0).quoted() ? 1 : sure(field, rest);
        if (sure > 0) {
            assign(field, rest.to(sure));
            return start + sure + Unit.behind(entity, field, rest.from(sure));
        }
        open = field;
        runStart = start;
        return start + 1;
    }

    /** How many tokens are surely the field's value: by their form, or as the name of a record. */
    private int sure(FieldSpec field, Phrase rest) {
        return field.target() == null
                ? turn.values().leading(field, rest)
                : new Holders(turn, entity, List.of(field))
                        .leading(rest, Holders.Relation.NONE)
                        .map(Holders.Held::tokens)
                        .orElse(0);
    }

    /** A number straight after words may belong to them, as in “Studio 54”: then only the person can tell, if no other title is like that. */
    private boolean isTitle(int i, int end, boolean plain) {
        Phrase run = words.sub(runStart, i);
        if (isIdAndMore(run)) {
            throw leftOver(run, run.from(1));
        }
        boolean apart = (run.size() == 1 && run.at(0).looksLikeId()) || run.isQuoted();
        Phrase together = words.sub(runStart, end);
        boolean title = !plain && !apart && creates && open == null && known.isTitle(together);
        if (plain || apart || title) {
            return title;
        }
        throw Unclear.ask(
                "Does “%s” belong to “%s”?".formatted(words.sub(i, end).text(), run.text()),
                List.of(
                        together.sentenceWith(RecordFinder.quote(together.text())),
                        run.sentenceWith(RecordFinder.quote(run.text()) + ",")));
    }

    private void close(int end) {
        if (runStart < 0) {
            return;
        }
        boolean joins = end < words.size()
                && end - runStart > 1
                && (words.at(end - 1).isOneOf(JOINING) || words.at(end - 1).isOneOf(AND));
        Phrase run = words.sub(runStart, joins ? end - 1 : end);
        FieldSpec field = open;
        open = null;
        runStart = -1;
        if (field != null) {
            assign(field, run);
            return;
        }
        FieldSpec title = entity.titleField().orElse(null);
        boolean titled = title == null || !creates || values.containsKey(title);
        if (title != null && !titled && !run.isQuoted() && isMore(run)) {
            throw wholeTitle(run, title);
        }
        if (creates && title != null && !titled && !run.isQuoted()) {
            Phrase name = placed(run);
            if (name.size() < run.size()) {
                run = name;
            } else if (known.takesInPlace(run)) {
                throw wholeTitle(run, title);
            }
        }
        if (creates && title != null && !titled && known.isNoNumber(title, run)) {
            Phrase name = run;
            Optional<FieldSpec> owner = known.field(name, values.keySet());
            owner.ifPresent(found -> assign(found, name));
            if (owner.isPresent()) {
                return;
            }
        }
        if (creates && (titled || isIdAndMore(run))) {
            Phrase left = titled ? run : run.from(1);
            Optional<FieldSpec> owner = known.field(left, values.keySet());
            if (owner.isPresent()) {
                if (title != null && !titled) {
                    assign(title, run.to(1));
                }
                assign(owner.get(), KnownValues.withoutPreposition(left));
                return;
            }
            Optional<FieldSpec> last = titled ? known.onlyText(left, values.keySet()) : Optional.empty();
            if (last.isPresent()) {
                assign(last.get(), left);
                return;
            }
        }
        if (title == null || titled || isIdAndMore(run)) {
            throw leftOver(run, titled ? run : run.from(1));
        }
        assign(title, run);
    }

    private static Unclear wholeTitle(Phrase run, FieldSpec title) {
        return Unclear.ask(
                "Is all of “%s” the %s?".formatted(run.text(), lower(title)),
                List.of(run.sentenceWith(RecordFinder.quote(run.text()))));
    }

    /** “Rower in Cardio”, where other machines have that area: what stands before the place, which is given to its field. */
    private Phrase placed(Phrase run) {
        for (int i = 1; i + 1 < run.size(); i++) {
            if (run.at(i).isOneOf(KnownValues.PLACED)) {
                Phrase value = run.from(i + 1);
                Optional<FieldSpec> field = known.field(value, values.keySet())
                        .filter(found -> !entity.titleField().equals(Optional.of(found)));
                if (field.isPresent()) {
                    assign(field.get(), value);
                    return run.to(i);
                }
            }
        }
        return run;
    }

    /** A title such as INV-0089 is one token: what follows it is something else. */
    private boolean isIdAndMore(Phrase run) {
        return creates
                && open == null
                && run.size() > 1
                && !known.isPlate(run)
                && (!hasTextTitle() || run.at(0).looksLikeId());
    }

    /** “Ana Silva from Portugal” is more than a name, though nothing tells where the rest belongs. */
    private static boolean isMore(Phrase run) {
        return run.tokens().stream().skip(1).anyMatch(token -> token.isOneOf(MORE));
    }

    private boolean hasTextTitle() {
        return entity.titleField()
                .filter(field -> field.type() == FieldType.TEXT)
                .isPresent();
    }

    private Unclear leftOver(Phrase run, Phrase rest) {
        Object last = values.isEmpty() ? null : List.copyOf(values.values()).get(values.size() - 1);
        boolean wholeText = !creates
                && values.size() == 1
                && last instanceof String
                && words.text().startsWith(last + ",");
        if (wholeText) {
            throw Unclear.ask(
                    "Does “%s” belong to “%s”?".formatted(rest.text(), last),
                    List.of(words.sentenceWith(RecordFinder.quote(words.text()))));
        }
        boolean second = rest.size() < run.size();
        List<String> options = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !values.containsKey(field))
                .skip(second && hasTextTitle() ? 1 : 0)
                .limit(4)
                .map(field -> lower(field) + " " + RecordFinder.quote(rest.text()))
                .map(named -> second ? run.sentenceWith(run.at(0).text() + ", " + named) : rest.sentenceWith(named))
                .toList();
        String message = "It is not clear which field of %s “%s” belongs to."
                .formatted(entity.label().toLowerCase(Locale.ROOT), rest.text());
        return creates ? Unclear.ask(message, options) : Unclear.unknown(message, options);
    }

    private void assign(FieldSpec field, Phrase phrase) {
        if (!creates && MoreThanText.is(field, phrase)) {
            throw Unclear.say("“%s” could be a text, or more than that. Put texts in quotes.".formatted(phrase.text()));
        }
        Phrase value = passed && Roles.isDate(field)
                ? Dates.told(phrase, turn.request().today())
                : creates ? known.withoutArticle(field, phrase) : phrase;
        give(
                field,
                known.withLabel(field, words, phrase)
                        .orElseGet(() -> turn.values().read(field, value)),
                phrase.text());
    }

    private void give(FieldSpec field, Object value, String said) {
        if (values.containsKey(field)) {
            throw Unclear.say("%s is given twice, the second time as “%s”.".formatted(field.label(), said));
        }
        values.put(field, value);
    }

    private static String lower(FieldSpec field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
