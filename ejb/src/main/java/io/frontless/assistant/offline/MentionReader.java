package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Mentions.Cue;
import io.frontless.assistant.offline.Mentions.Value;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what words mention, from left to right. Words that only join are passed over; any other word that is none of it makes that the sentence is not
 * understood.
 */
final class MentionReader {

    private static final Set<String> NOT = Set.of(
            "not", "isn't", "isn’t", "isnt", "aren't", "aren’t", "arent", "no", "doesn't", "doesn’t", "doesnt", "don't",
            "without");
    private static final Set<String> ANYMORE = Set.of("any", "more", "longer", "anymore", "yet");
    private static final Set<String> WANTED =
            Set.of("need", "needs", "needed", "want", "wants", "wanted", "required", "require", "requires", "been");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> SUBJECT = Set.of("i", "i'm", "i’m", "i'll", "i’ll");
    private static final Set<String> OLD = Set.of("instead", "rather");
    private static final Set<String> COSTING = Set.of("cost", "costs", "price", "priced", "charge", "charges");
    private static final Set<String> LIVING = Set.of("live", "lives", "resides");
    private static final Set<String> COMING = Set.of("come", "comes", "coming");
    private static final Set<String> WEIGHING = Set.of("weigh", "weighs");
    private static final int TEXT_TOKENS_MAX = 4;

    private final Turn turn;
    private final EntityView entity;
    private final Mentions mentions;
    private final Phrase words;
    private final List<FieldSpec> fields;
    private final Figures figures;

    MentionReader(Turn turn, EntityView entity, Mentions mentions) {
        this.turn = turn;
        this.entity = entity;
        this.mentions = mentions;
        this.words = mentions.words();
        this.fields = entity.fields().stream()
                .skip(1)
                .filter(field -> !field.unique())
                .toList();
        this.figures = new Figures(turn, entity, mentions, words, fields);
    }

    /** Whether all words are accounted for. */
    boolean readsAll() {
        return words.isRead(this::take);
    }

    /** How many tokens from here are accounted for; 0 for none. */
    private int take(int i) {
        Phrase rest = words.from(i);
        Value last = mentions.lastValue();
        if (last != null && last.end() == i && last.fixed() == null && Roles.isPer(rest)) {
            return 0;
        }
        if (words.at(i).quoted()) {
            List<FieldSpec> texts = fields.stream()
                    .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT)
                    .toList();
            mentions.values().add(new Value(rest.to(1), texts, words.at(i).text(), i, true));
            return 1;
        }
        int denying = denial(rest);
        if (denying > 0) {
            return denied(i, denying);
        }
        if (Figures.isNone(rest)) {
            return 0;
        }
        int taken = ownNoun(rest);
        taken = taken > 0 ? taken : figures.length(i);
        taken = taken > 0 ? taken : figures.oneUnit(i);
        taken = taken > 0 ? taken : Asides.each(rest);
        taken = taken > 0 ? taken : named(i);
        taken = taken > 0 ? taken : figures.date(i);
        taken = taken > 0 ? taken : figures.written(i);
        taken = taken > 0 ? taken : figures.amount(i);
        taken = taken > 0 ? taken : figures.way(i);
        taken = taken > 0 ? taken : verb(i);
        taken = taken > 0 ? taken : noun(rest);
        taken = taken > 0 ? taken : known(i);
        taken = taken > 0 ? taken : who(i);
        taken = taken > 0 ? taken : light(i);
        return taken > 0 ? taken : text(i);
    }

    private static int denial(Phrase rest) {
        if (!rest.startsWithOneOf(NOT) || rest.startsWith("without")) {
            return 0;
        }
        int end = 1;
        while (end < rest.size() && rest.at(end).isOneOf(ANYMORE)) {
            end++;
        }
        return end;
    }

    /** “Not approved any more”: the opposite of a yes-or-no field; “not 2448”: what it is not. */
    private int denied(int i, int denying) {
        int start = i + denying;
        while (start < words.size()
                && (Light.isJoining(words.at(start)) || words.at(start).isOneOf(WANTED))) {
            start++;
        }
        if (start >= words.size()) {
            return wanted(i) && flipped() ? start - i : 0;
        }
        int before = mentions.values().size();
        int cuesBefore = mentions.cues().size();
        int taken = take(start);
        if (taken == 0
                || mentions.values().size() != before + 1
                || mentions.cues().size() != cuesBefore) {
            return 0;
        }
        Value value = mentions.values().remove(mentions.values().size() - 1);
        if (value.fixed() instanceof Boolean yes) {
            mentions.values().add(new Value(value.said(), value.fields(), !yes, value.at(), false));
        } else {
            mentions.denied().add(value);
        }
        return start + taken - i;
    }

    /** “A fraud check is not needed” denies the check. */
    private boolean wanted(int i) {
        return words.from(i).tokens().stream().anyMatch(token -> token.isOneOf(WANTED));
    }

    private boolean flipped() {
        Value last = mentions.lastValue();
        if (last == null || !(last.fixed() instanceof Boolean yes)) {
            return false;
        }
        mentions.values()
                .set(mentions.values().size() - 1, new Value(last.said(), last.fields(), !yes, last.at(), false));
        return true;
    }

    /** A field's name, or a state that is longer than it. */
    private int named(int i) {
        Phrase rest = words.from(i);
        if (!rest.at(0).isWord()) {
            return 0;
        }
        Optional<SchemaLinker.Named<FieldSpec>> cue = field(rest);
        int state = State.leading(turn.schema(), entity, rest);
        int name = cue.map(SchemaLinker.Named::length).orElse(0);
        boolean flag = cue.filter(found -> FieldWords.isFlag(found.thing(), words, i, found.length()))
                .isPresent();
        if (cue.isPresent() && !flag && cue.get().thing().type() == FieldType.BOOLEAN && state == 0) {
            return 0;
        }
        if (state > 0 && (state > name || flag || FieldWords.isWhenItWas(cue, rest))) {
            State.read(turn.schema(), entity, rest.to(state)).ifPresent(found -> value(found, rest.to(state), i));
            if (FieldWords.isOff(words, i, i + state)) {
                flipped();
            }
            return state;
        }
        int labelled = cue.isPresent() && !flag ? labelled(i, cue.get().thing(), name) : 0;
        if (labelled > 0) {
            return labelled;
        }
        if (flag) {
            mentions.values()
                    .add(new Value(
                            rest.to(name),
                            List.of(cue.get().thing()),
                            !FieldWords.isOff(words, i, i + name),
                            i,
                            false));
        } else {
            cue.ifPresent(found -> mentions.cues()
                    .add(new Cue(found.thing(), i, i + name, FieldWords.isVerb(found.thing(), rest.to(name)))));
        }
        return name;
    }

    /** “Room 3”, where rooms are called so: the name of the field belongs to the value. */
    private int labelled(int i, FieldSpec field, int name) {
        Phrase rest = words.from(i);
        Optional<Holders.Held> held = field.type() != FieldType.TEXT
                ? Optional.empty()
                : new Holders(turn, entity, List.of(field))
                        .leading(rest, Holders.Relation.NONE)
                        .filter(found -> found.tokens() > name);
        held.ifPresent(found ->
                mentions.values().add(new Value(rest.to(found.tokens()), List.of(field), found.value(), i, false)));
        return held.map(Holders.Held::tokens).orElse(0);
    }

    private Optional<SchemaLinker.Named<FieldSpec>> field(Phrase rest) {
        return rest.at(0).isOneOf(Set.of("due")) && fields.stream().anyMatch(Roles::isDate)
                ? Optional.of(new SchemaLinker.Named<>(Slots.one(Roles.due(entity), rest.to(1)), 1))
                : turn.schema().leadingField(entity, rest).filter(found -> fields.contains(found.thing()));
    }

    private void value(State state, Phrase said, int at) {
        Value value = new Value(said, List.of(state.field()), state.value(), at, false);
        (state.not() ? mentions.denied() : mentions.values()).add(value);
    }

    /** “Approve” makes approved, and “drive” is what a driver does. */
    private int verb(int i) {
        Token token = words.at(i);
        if (!token.isWord() || Light.isJoining(token) || Light.isChanging(token)) {
            return 0;
        }
        List<FieldSpec> measured = measured(token);
        if (measured.size() == 1) {
            mentions.cues().add(new Cue(measured.get(0), i, i + 1, true));
            return 1;
        }
        Optional<Value> made = new Assignments(turn, entity)
                .ofVerb(token.text())
                .map(found -> found.fields().iterator().next())
                .flatMap(entity::field)
                .map(field -> new Value(
                        words.sub(i, i + 1),
                        List.of(field),
                        new Assignments(turn, entity).ofVerb(token.text()).get().get(field.key()),
                        i,
                        false));
        made.ifPresent(mentions.values()::add);
        if (made.isPresent()) {
            return 1;
        }
        List<FieldSpec> done = fields.stream()
                .filter(field -> turn.schema().isDoneBy(field, token.text()))
                .toList();
        if (done.size() == 1) {
            mentions.cues().add(new Cue(done.get(0), i, i + 1, true));
            return 1;
        }
        return 0;
    }

    /** What a verb such as “costs”, “weighs” or “lives” tells. */
    private List<FieldSpec> measured(Token verb) {
        return fields.stream()
                .filter(field -> (verb.isOneOf(COSTING) && field.type() == FieldType.MONEY)
                        || (verb.isOneOf(WEIGHING) && Roles.isWeight(field))
                        || (verb.isOneOf(LIVING) && Roles.place(entity).contains(field)))
                .toList();
    }

    /** “Order O-507”, also where something is called “ordered on”. */
    private int ownNoun(Phrase rest) {
        boolean field = turn.schema()
                .leadingField(entity, rest)
                .filter(found -> Names.same(
                        found.thing().label(), rest.to(found.length()).text()))
                .isPresent();
        return field
                ? 0
                : turn.schema()
                        .leadingEntity(rest)
                        .filter(found -> found.thing().equals(entity))
                        .map(SchemaLinker.Named::length)
                        .orElse(0);
    }

    /** What its title is called says nothing more. */
    private int noun(Phrase rest) {
        return turn.schema()
                .leadingField(entity, rest)
                .filter(found ->
                        entity.titleField().filter(found.thing()::equals).isPresent())
                .map(SchemaLinker.Named::length)
                .orElse(0);
    }

    private int known(int i) {
        if (Light.isJoining(words.at(i)) || words.at(i).isMark()) {
            return 0;
        }
        Phrase rest = words.from(i);
        List<FieldSpec> cued = mentions.cues().stream()
                .map(Cue::field)
                .filter(fields::contains)
                .toList();
        Optional<Holders.Held> held = Optional.empty();
        for (List<FieldSpec> some : cued.isEmpty() ? List.of(fields) : List.of(cued, fields)) {
            if (held.isEmpty()) {
                held = new Holders(turn, entity, some).leading(rest, Holders.Relation.NONE);
            }
        }
        held.ifPresent(found -> mentions.values()
                .add(new Value(rest.to(found.tokens()), List.of(found.field()), found.value(), i, false)));
        return held.isPresent() ? held.get().tokens() : known(i, rest);
    }

    /** Somebody who is known in another table. */
    private int known(int i, Phrase rest) {
        List<FieldSpec> people = Roles.person(entity).stream()
                .filter(field -> field.type() == FieldType.TEXT && fields.contains(field))
                .toList();
        Optional<KnownPeople.Known> known =
                people.isEmpty() || !isNew(rest.at(0)) ? Optional.empty() : new KnownPeople(turn).leading(rest);
        known.ifPresent(
                found -> mentions.values().add(new Value(rest.to(found.tokens()), people, found.name(), i, false)));
        return known.map(KnownPeople.Known::tokens).orElse(0);
    }

    private int who(int i) {
        boolean me = words.at(i).isOneOf(ME);
        if (me) {
            mentions.tellsAuthorAsObject();
        }
        if (words.at(i).isOneOf(SUBJECT)) {
            mentions.tellsAuthor();
        }
        return me ? 1 : 0;
    }

    /** “Comes from”: what follows is whose or where it is. */
    private boolean isComing(int i) {
        return words.at(i).isOneOf(COMING)
                && i + 1 < words.size()
                && words.at(i + 1).is("from");
    }

    private int light(int i) {
        Token token = words.at(i);
        if (token.isOneOf(OLD)) {
            return old(i);
        }
        if (token.isOneOf(Set.of("until", "till"))) {
            Phrase rest = words.from(i + 1);
            return Dates.leading(rest, turn.request().today()).isPresent() ? 1 : 0;
        }
        int aside = Asides.length(turn, words.from(i));
        if (aside > 0) {
            return aside;
        }
        boolean light = token.isMark()
                || token.is("'s")
                || Light.isJoining(token)
                || Light.isChanging(token)
                || Light.isPast(token)
                || (Light.isPricing(token) && !token.equals(turn.words().at(0)))
                || token.isOneOf(ANYMORE)
                || isComing(i)
                || Light.isMisspelt(token);
        if (!light && Light.isBeside(token)) {
            mentions.passOver();
            return 1;
        }
        return light ? 1 : 0;
    }

    /** “Instead of Tuesday”: what it was. */
    private int old(int i) {
        int start = i + 1;
        if (start < words.size() && words.at(start).isOneOf(Set.of("of", "than"))) {
            int before = mentions.values().size();
            int taken = start + 1 < words.size() ? take(start + 1) : 0;
            if (taken == 0 || mentions.values().size() != before + 1) {
                return 0;
            }
            mentions.denied().add(mentions.values().remove(before));
            return 2 + taken;
        }
        return 1;
    }

    /** Words that nothing knows, written like a name, are a text where a field for one is named; who does something is somebody known. */
    private int text(int i) {
        int end = i;
        while (end < words.size() && end < i + TEXT_TOKENS_MAX && isNew(words.at(end))) {
            end++;
        }
        List<FieldSpec> texts = fields.stream()
                .filter(field -> field.type() == FieldType.TEXT
                        && mentions.cues().stream()
                                .noneMatch(cue -> cue.byVerb() && cue.field().equals(field)))
                .toList();
        Phrase said = words.sub(i, end);
        boolean of = (i > 0 && words.at(i - 1).is("of"))
                || (end < words.size() && words.at(end).is("'s"));
        if (end == i || texts.isEmpty() || of || !new NamesIn(turn, said).all().isEmpty()) {
            return 0;
        }
        mentions.values().add(new Value(said, texts, said.text(), i, true));
        return end - i;
    }

    private static boolean isNew(Token token) {
        return token.isWord() && token.text().matches("[\\p{Lu}\\d].*") && !Light.isJoining(token);
    }
}
