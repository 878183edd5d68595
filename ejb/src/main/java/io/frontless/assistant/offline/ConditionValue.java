package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a command gives to the field that its condition is about, which it does not name again: “if the fee of J-203 is below 30, raise it to 35”, “unless T-13
 * has a shelf mark, give it D-1”.
 */
record ConditionValue(Turn turn, Condition.Subject subject) {

    private static final String SET =
            "set|make|put|change|correct|lower|raise|reduce|increase|decrease|cut|drop|bring|fix";
    private static final String IT = "it|them|that|this|him|her";

    /** A value takes the place of the one that was compared. */
    private static final List<Form> CHANGED = List.of(
            Form.of(SET + " " + IT + " [down|up|back] [to|at|as|=] <value>"),
            Form.of(SET + " [down|up|back] [to|at] <value>"));

    /** A value for what is empty, or is not. */
    private static final List<Form> FILLED = List.of(
            Form.of("give " + IT + " [to] <value>"),
            Form.of("enter|write|note|add|use|take|put|set|fill [in|down] <value>"),
            Form.of("enter|write|note|use|put|make [it] <value>"));

    /** Who takes what nobody has. */
    private static final List<Form> TAKEN = List.of(
            Form.of("<me> take|do|handle|have|cover|get it|this|that [myself]"),
            Form.of("<who> takes|does|handles|has|gets|covers|will it|this|that"),
            Form.of("assign|hand|give|pass " + IT + " to <who>"),
            Form.of("put <who> on|onto " + IT));

    private static final Set<String> ME = Set.of("i", "i'll", "i’ll", "me");
    private static final Form VALUE = Form.of("[to|at|then] <value>");
    private static final Form TIMES = Form.of("double|triple|halve " + IT);
    private static final Form BY = Form.of("raise|lower|reduce|increase|decrease|cut " + IT + " by <amount>");
    private static final List<Form> MORE = List.of(Form.of("add <amount> [more]"), Form.of("add <amount> to " + IT));
    private static final List<Form> LESS =
            List.of(Form.of("take|knock <amount> off|away [it]"), Form.of("take <amount> off|from " + IT));
    /** That a field is empty, or that it is not. */
    static final Set<Comparison> EMPTY = Set.of(Comparison.EMPTY, Comparison.NOT_EMPTY);

    /** The change; empty where the words name another field, or are no value of this one. */
    Optional<Proposal> change(Phrase command) {
        return figure(command)
                .or(() -> filled(command))
                .or(() -> taken(command))
                .map(this::given);
    }

    private Optional<Phrase> taken(Phrase command) {
        boolean free = subject.comparison() == Comparison.EMPTY
                && (Roles.person(subject.record().entity()).contains(field())
                        || KnownPeople.isSomebody(subject.record().entity(), field()));
        return Form.matches(free ? TAKEN : List.of(), command).stream()
                .map(match -> match.the(match.has("me") ? "me" : "who"))
                .filter(who -> isMe(who) || isHeld(who))
                .findFirst()
                .map(who -> isMe(who) ? Phrase.quoted(turn.request().author().name()) : who);
    }

    private static boolean isMe(Phrase who) {
        return who.size() == 1 && who.startsWithOneOf(ME);
    }

    /** Whether the command is one of this field, so that another value of it may be meant otherwise. */
    boolean isMeant(Phrase command) {
        return figure(command).or(() -> filled(command)).isPresent()
                || named(command).isPresent();
    }

    /** The same of what is to be done otherwise, which may be the value alone: “else 39”. */
    Optional<Proposal> otherwise(Phrase command) {
        return change(command).or(() -> Form.matches(List.of(VALUE), command).stream()
                .map(match -> match.the("value"))
                .filter(this::isFigure)
                .findFirst()
                .map(this::given));
    }

    /** “Double it”, “take 5 off”, said with the name of the field. */
    Optional<Phrase> named(Phrase command) {
        if (!Roles.isNumber(field())) {
            return Optional.empty();
        }
        String whose = "the " + field().label().toLowerCase(Locale.ROOT) + " of "
                + RecordFinder.quote(subject.record().title());
        if (!TIMES.matches(command).isEmpty()) {
            return Optional.of(said(command.at(0).text() + " " + whose));
        }
        return BY.matches(command).stream()
                .findFirst()
                .map(match -> said(command.at(0).text() + " " + whose + " by "
                        + match.the("amount").text()))
                .or(() -> moved(MORE, command, "raise " + whose))
                .or(() -> moved(LESS, command, "lower " + whose));
    }

    private static Optional<Phrase> moved(List<Form> forms, Phrase command, String said) {
        return Form.matches(forms, command).stream()
                .flatMap(match -> Amounts.whole(match.the("amount")).stream())
                .findFirst()
                .map(amount -> said(said + " by " + amount.toPlainString()));
    }

    private static Phrase said(String text) {
        return Sentence.read(text).words();
    }

    private FieldSpec field() {
        return subject.field();
    }

    private Optional<Phrase> figure(Phrase command) {
        boolean empty = EMPTY.contains(subject.comparison());
        List<Form> forms =
                empty ? Stream.concat(CHANGED.stream(), FILLED.stream()).toList() : CHANGED;
        return Form.matches(forms, command).stream()
                .map(match -> match.the("value"))
                .filter(this::isFigure)
                .findFirst();
    }

    /** A number or day that the field can have, and nothing else: no percentage of what is none. */
    private boolean isFigure(Phrase value) {
        FieldSpec field = field();
        if (!(Roles.isNumber(field) || Roles.isDate(field))) {
            return false;
        }
        Phrase number = withoutPercent(value);
        boolean percent = number.size() < value.size();
        return (!percent || Shares.isShare(field)) && turn.values().leading(field, number) == number.size();
    }

    private static Phrase withoutPercent(Phrase value) {
        int last = value.size() - 1;
        return last > 0 && value.at(last).isOneOf(Set.of("%", "percent")) ? value.to(last) : value;
    }

    /** Somebody that any table knows, what is in quotes, or what looks like a code or an address: in a text nothing else tells that it is meant. */
    private Optional<Phrase> filled(Phrase command) {
        return !EMPTY.contains(subject.comparison())
                ? Optional.empty()
                : Form.matches(FILLED, command).stream()
                        .map(match -> match.the("value"))
                        .filter(this::canFill)
                        .findFirst();
    }

    private boolean canFill(Phrase value) {
        FieldType type = field().type();
        return switch (type) {
            case REFERENCE -> isHeld(value);
            case TEXT ->
                value.isQuoted()
                        || (KnownPeople.isSomebody(subject.record().entity(), field())
                                ? isHeld(value)
                                : value.size() == 1 && value.at(0).looksLikeId());
            case LONG_TEXT -> value.isQuoted();
            case PHONE -> value.at(0).text().matches("[+\\d].*");
            case EMAIL -> value.size() == 1 && value.at(0).text().contains("@");
            case INTEGER, DECIMAL, MONEY, DATE, DATETIME, CHOICE, BOOLEAN, URL -> false;
        };
    }

    private boolean isHeld(Phrase value) {
        return new Holders(turn, subject.record().entity(), List.of(field()))
                        .read(value, Holders.Relation.NONE)
                        .isPresent()
                || new KnownPeople(turn)
                        .leading(value)
                        .filter(known -> known.tokens() == value.size())
                        .isPresent();
    }

    private Proposal given(Phrase said) {
        Values values = new FormValues(turn).given(subject.record().entity(), field(), withoutPercent(said));
        return Changes.of(turn, Target.of(subject.record()), values);
    }
}
