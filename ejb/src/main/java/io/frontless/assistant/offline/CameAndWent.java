package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What there is more or less of since some came or went: “60 more bottles of Lisle Blanc arrived, please add them to the stock”, “we broke 14 of them”. All of the
 * sentence has to be about that: how many, of what, and what is to be done with the number.
 */
record CameAndWent(Turn turn) {

    private static final Set<String> COMING = Words.listed("arrive come deliver receive find buy get restock");
    private static final Set<String> GOING =
            Words.listed("sell use break leave lose consume scrap spoil smash drop waste give drink eat");

    /** What is gone by that, whatever else is told: what is sold may be told of an order. */
    private static final Set<String> GONE = Words.listed("use break consume scrap spoil smash waste drink eat");

    private static final Set<String> WHO = Words.listed("we i we've we’ve i've i’ve they have has just also");
    private static final Set<String> WAS = Words.listed("were was have has been got just all");
    private static final Set<String> MORE = Set.of("more", "another", "extra", "additional", "further");
    private static final Set<String> PARTICLES = Set.of("in", "up", "out");
    private static final List<Form> ASIDES = List.of(
            Form.of("<rest> over the counter"),
            Form.of("<rest> the warehouse|shop|store|house"),
            Form.of("<rest> from the shelf|shop|store|warehouse"),
            Form.of("<rest> without an order"),
            Form.of("<rest> just now"));

    private static final Set<String> ADDING = Words.listed("add raise increase count up onto into");
    private static final Set<String> TAKING =
            Words.listed("take subtract deduct remove reduce lower decrease off from out down less");

    /** What asks for it to be counted, beside those, and tells nothing else. */
    private static final Set<String> COUNTING = Words.listed(
            "so and please pls kindly correct update adjust change put book record enter note it them that those these this the our to of"
                    + " in on by accordingly what's what 's number amount figure stock inventory current");

    private static final Set<String> MARKS = Set.of(",", ";", ".", "-", "–", "so", "and");
    private static final int REQUESTS_MAX = 2;

    /** How many of what. */
    private record Moved(boolean in, boolean gone, BigDecimal count, boolean more, Phrase thing) {

        /** “We used 5 seats”, which are there after it as before. */
        private Moved notGone() {
            return new Moved(in, false, count, more, thing);
        }

        /** “Welsh slate: 3 pallets used”. */
        private Moved of(Phrase name) {
            return new Moved(in, gone, count, more, thing.then("of").joined(name));
        }
    }

    /** The change; empty where it is told of something else. */
    Optional<Proposal> change() {
        Phrase words = turn.words();
        boolean may = !turn.question()
                && words.tokens().stream().anyMatch(CameAndWent::isMoving)
                && IntStream.range(0, words.size())
                        .anyMatch(i -> counted(words.from(i)).isPresent());
        if (!may) {
            return Optional.empty();
        }
        List<Phrase> parts = parts(Courtesies.without(words));
        if (parts.size() > REQUESTS_MAX + 1) {
            return Optional.empty();
        }
        try {
            return moved(parts.get(0).stopless()).flatMap(moved -> change(moved, parts.subList(1, parts.size())));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static boolean isMoving(Token token) {
        return token.isWord()
                && (Words.isPast(token.text()) || token.is("used"))
                && (Words.isFormOf(token.text(), COMING) || Words.isFormOf(token.text(), GOING));
    }

    private static Optional<Amounts.Amount> counted(Phrase phrase) {
        // “2.5 m” of a fabric are no millions.
        Phrase said = phrase.size() > 1 && phrase.at(1).is("m") ? phrase.to(1) : phrase;
        return said.isEmpty()
                ? Optional.empty()
                : Amounts.leading(said)
                        .filter(amount -> !amount.currency() && amount.value().signum() > 0);
    }

    private static List<Phrase> parts(Phrase words) {
        List<Phrase> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < words.size(); i++) {
            boolean stop = !words.at(i - 1).quoted() && words.at(i - 1).text().matches("\\p{L}.*\\.");
            if (stop || words.at(i).isOneOf(MARKS)) {
                if (i > start) {
                    parts.add(words.sub(start, i).stopless());
                }
                start = words.at(i).isOneOf(MARKS) ? i + 1 : i;
            }
        }
        if (start < words.size()) {
            parts.add(words.from(start).stopless());
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private Optional<Moved> moved(Phrase said) {
        Phrase told = withoutAsides(said);
        int colon = IntStream.range(1, told.size())
                .filter(i -> told.at(i).is(":"))
                .findFirst()
                .orElse(0);
        if (colon > 0) {
            return moved(told.from(colon + 1)).map(moved -> moved.of(told.to(colon)));
        }
        int start = 0;
        while (start < told.size() && told.at(start).isOneOf(WHO)) {
            start++;
        }
        boolean first = start < told.size() && isMoving(told.at(start));
        return first ? done(told, start) : counted(told).isPresent() ? happened(told) : Optional.empty();
    }

    /** “We sold two Halos today”. */
    private static Optional<Moved> done(Phrase told, int verb) {
        int at = verb + 1;
        at += at < told.size() && told.at(at).isOneOf(PARTICLES) ? 1 : 0;
        boolean in = at < told.size() && told.at(told.size() - 1).is("in");
        boolean up = at < told.size() && told.at(verb + 1).is("up");
        return of(told.at(verb), told.sub(Math.min(at, told.size()), in ? told.size() - 1 : told.size()))
                .map(moved -> told.at(verb).is("used") && !up ? moved.notGone() : moved);
    }

    /** “48 chocolate bars came in”, “twelve Helios 430 left the warehouse”. */
    private static Optional<Moved> happened(Phrase told) {
        int end = told.size();
        end -= told.at(end - 1).isOneOf(PARTICLES) ? 1 : 0;
        if (end < 2 || !isMoving(told.at(end - 1))) {
            return Optional.empty();
        }
        Token verb = told.at(end - 1);
        int thing = end - 1;
        while (thing > 0 && told.at(thing - 1).isOneOf(WAS)) {
            thing--;
        }
        return of(verb, told.to(thing));
    }

    private static Optional<Moved> of(Token verb, Phrase said) {
        boolean another = said.startsWith("another");
        Phrase rest = another ? said.from(1) : said;
        return counted(rest)
                .map(amount -> {
                    Phrase thing = rest.from(amount.tokens());
                    boolean more = !thing.isEmpty() && thing.at(0).isOneOf(MORE);
                    return new Moved(
                            Words.isFormOf(verb.text(), COMING),
                            Words.isFormOf(verb.text(), GONE),
                            amount.value(),
                            more || another,
                            more ? thing.from(1) : thing);
                })
                .filter(moved -> !moved.thing().isEmpty());
    }

    /** Without when, which is not after today, and where. */
    private Phrase withoutAsides(Phrase said) {
        LocalDate today = turn.request().today();
        for (int i = Math.max(1, said.size() - 3); i < said.size(); i++) {
            int at = i;
            boolean dated = Dates.leading(said.from(i), today)
                    .filter(date -> date.tokens() == said.size() - at)
                    .filter(date -> date.span().isDay() && !date.span().to().isAfter(today))
                    .isPresent();
            if (dated) {
                return withoutAsides(said.to(i));
            }
        }
        return Form.matches(ASIDES, said).stream()
                .findFirst()
                .map(match -> withoutAsides(match.the("rest")))
                .orElse(said);
    }

    private Optional<Proposal> change(Moved moved, List<Phrase> requests) {
        for (Thing thing : things(moved.thing())) {
            Optional<Proposal> change =
                    field(thing, moved, requests).map(field -> changed(thing.target(), field, moved));
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    /** A record, and what it is counted in where that is told. */
    private record Thing(Target target, Optional<Phrase> unit) {}

    /** “14 bottles of Night Heron”, “two phone holders”, of a “Phone holder”. */
    private List<Thing> things(Phrase said) {
        int of = IntStream.range(1, Math.min(said.size() - 1, 3))
                .filter(i -> said.at(i).is("of"))
                .findFirst()
                .orElse(0);
        List<Thing> found = new ArrayList<>();
        if (of > 0) {
            called(said.from(of + 1).bare())
                    .ifPresent(target -> found.add(new Thing(target, Optional.of(said.to(of)))));
        }
        called(said).ifPresent(target -> found.add(new Thing(target, Optional.empty())));
        return found;
    }

    private Optional<Target> called(Phrase name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String last = name.at(name.size() - 1).text();
        Phrase before = name.to(name.size() - 1);
        Stream<Phrase> ways = last.equals(Names.singular(last))
                ? Stream.of(name)
                : Stream.of(name, Phrase.quoted((before.isEmpty() ? "" : before.text() + " ") + Names.singular(last)));
        return ways.flatMap(way ->
                        turn
                                .targets()
                                .called(way, entity -> !Roles.stock(entity).isEmpty() || hasCount(entity))
                                .stream())
                .filter(Target::isOne)
                .findFirst();
    }

    private static boolean hasCount(EntityView entity) {
        return entity.fields().stream().anyMatch(Roles::isCount);
    }

    /** The field that counts it: what it is counted in, what is in stock, or what is asked to be counted. */
    private Optional<FieldSpec> field(Thing thing, Moved moved, List<Phrase> requests) {
        EntityView entity = thing.target().entity();
        Optional<FieldSpec> unit = thing.unit().flatMap(said -> named(entity, said));
        Optional<FieldSpec> asked = requests.stream()
                .flatMap(request -> IntStream.range(0, request.size()).mapToObj(request::from))
                .flatMap(rest -> named(entity, rest).stream())
                .findFirst();
        boolean counts = requests.stream().allMatch(request -> isToCount(request, entity, moved));
        boolean meant = !requests.isEmpty() || (moved.in() ? moved.more() : moved.gone());
        return counts && meant
                ? unit.or(() -> NewValues.one(Roles.stock(entity))).or(() -> asked)
                : Optional.empty();
    }

    private Optional<FieldSpec> named(EntityView entity, Phrase said) {
        return turn.schema()
                .leadingField(entity, said)
                .map(SchemaLinker.Named::thing)
                .filter(Roles::isCount);
    }

    /** “Take them off the stock”, of what went; “correct the stock”. */
    private boolean isToCount(Phrase request, EntityView entity, Moved moved) {
        Set<String> names = entity.fields().stream()
                .filter(Roles::isCount)
                .flatMap(field -> Names.stems(field.label()).stream())
                .collect(Collectors.toSet());
        boolean plain = IntStream.range(0, request.size())
                .allMatch(i -> request.at(i).isOneOf(COUNTING)
                        || request.at(i).isOneOf(ADDING)
                        || request.at(i).isOneOf(TAKING)
                        || names.contains(Names.singular(request.at(i).word()))
                        || counted(request.sub(i, i + 1))
                                .filter(amount -> amount.value().compareTo(moved.count()) == 0)
                                .isPresent());
        return plain && request.tokens().stream().noneMatch(token -> token.isOneOf(moved.in() ? TAKING : ADDING));
    }

    private Proposal changed(Target target, FieldSpec field, Moved moved) {
        return Changes.of(target, record -> {
            if (!(record.values().get(field.key()) instanceof BigDecimal now)) {
                throw Unclear.say("%s of %s is empty.".formatted(field.label(), record.title()));
            }
            BigDecimal left = moved.in() ? now.add(moved.count()) : now.subtract(moved.count());
            if (left.signum() < 0) {
                throw Unclear.say("%s of %s is only %s.".formatted(field.label(), record.title(), now.toPlainString()));
            }
            return Values.none().with(field.key(), left);
        });
    }
}
