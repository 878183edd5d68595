package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** “Increase the amount of INV-0089 by 10%”, “postpone INV-0092 by a week”: new values made of the present ones. */
final class AdjustReading implements Reading {

    private static final String UP = "increase|raise|bump|extend|postpone|delay|push|lengthen|prolong";
    private static final String DOWN = "decrease|reduce|lower|cut|shorten|advance";
    private static final Set<String> DOWNWARD = Set.of((DOWN + "|subtract|take|deduct|knock|shave").split("\\|"));
    private static final Set<String> EARLIER = Set.of(
            "forward",
            "earlier",
            "down",
            "cheaper",
            "less",
            "lower",
            "fewer",
            "minus",
            "falls",
            "fell",
            "shortened",
            "reduced",
            "lowered",
            "decreased");
    private static final List<Form> FORMS = List.of(
            Form.of(UP + "|" + DOWN + "|move|shift [the] <field> of|for|on|in <target> by <by>"),
            Form.of(UP + "|" + DOWN + "|move|shift <target> 's <field> by <by>"),
            Form.of(UP + "|" + DOWN + " its|his|her|their <mine> by <by>"),
            Form.of("add <by> to [the] <field> of|for <target>"),
            Form.of("put <by> on|onto [the] <field> of|for <target>"),
            Form.of("add <by> [more] <counted> to <target>"),
            Form.of("take|deduct|subtract|remove <by> <counted> from|off <target>"),
            Form.of("give <target> <by> more|extra|additional <counted>"),
            Form.of("subtract|take|deduct|cut|knock|shave <by> from|off <target> 's <field>"),
            Form.of("add|put <by> on|to [top] [of] <target> 's <field>"),
            Form.of("add|put <by> on|to top of [the] <field> of|for <target>"),
            Form.of("make <target> <by> dearer|cheaper"),
            Form.of("make <target> <by> more|less expensive"),
            Form.of("subtract|take|deduct|cut|knock|shave <by> from|off [the] <field> of|for <target>"),
            Form.of("bring|move [the] <field> of|for <target> forward by <by>"),
            Form.of("push|move|put|shift [the] <field> of|for <target> back|out|up [by] <by>"),
            Form.of("put|bring|move [the] <field> of|for <target> down by <by>"),
            Form.of("[the] <field> of|for <target> slips|slip|moves by <by>"),
            Form.of("[the] <field> of|for <target> goes|go|went|rises|rise|rose|falls|fell [up|down] [by] <by>"),
            Form.of("for <target> [,] " + UP + "|" + DOWN + " [the] <field> by <by>"),
            Form.of("[the] <field> of|for <target> plus|minus <by>"),
            Form.of("[the] <field> of|for <target> up|down [by] <by>"),
            Form.of("[the] <field> up|down by <by> of|for|on <target>"),
            Form.of("<by> more|extra|additional <field> for <target>"),
            Form.of("<target> <signed> on [the] <field>"),
            Form.of("[the] <field> <signed> for|on|of <target>"),
            Form.of("[the] <field> for|of <target> <signed>"),
            Form.of("move|plan|schedule|postpone|shift|push <target> <by> later|back"),
            Form.of("move|plan|schedule|bring|shift|pull <target> <by> earlier|forward"),
            Form.of("move|shift|push|put|bring <target> back|forward [by] <by>"),
            Form.of("put|push off <target> by|for <by>"),
            Form.of(UP + "|" + DOWN + " <target> by <by>"));
    /** Without a field's name only money and shares belong to one, that of the price. */
    private static final Form PRICED = Form.of("[knock|shave|take|cut|deduct] <by> off|from <target>");

    private static final String DONE =
            "postponed|delayed|extended|prolonged|shortened|raised|increased|reduced|lowered|decreased|cut";
    private static final String BEING = "is|are|gets|get|should|shall|must|will [to] [be|get] ";

    /** What is told to be done: with its field before without. */
    private static final List<Form> PASSIVE = List.of(
            Form.of("[the] <field> of|for <target> " + BEING + DONE + " by <by>"),
            Form.of("<target> 's <field> " + BEING + DONE + " by <by>"),
            Form.of("<target> " + BEING + DONE + " by <by>"));

    private static final String GET = "get|gets|become|becomes|receive|receives";
    private static final String UNIT =
            "hour|day|night|week|month|year|piece|kilo|kg|tonne|ton|litre|metre|head|person|item|seat";

    /** What is told to become dearer or more. */
    private static final List<Form> GETTING = List.of(
            Form.of("<target> " + GET + " <by> dearer|cheaper [per|a|an|each] [" + UNIT + "]"),
            Form.of("<target> " + GET + " <by> more|less expensive [per|a|an|each] [" + UNIT + "]"),
            Form.of("<target> should|shall|must be|get|become <by> dearer|cheaper [per|a|an|each] [" + UNIT + "]"),
            Form.of("<target> " + GET + " <by> more|less per|a|an|each " + UNIT),
            Form.of("<target> <by> more|less expensive"),
            Form.of("<target> <by> dearer|cheaper"),
            Form.of("<target> " + GET + " [a|an] <by> higher|lower <field>"),
            Form.of("<target> " + GET + " <by> more|less|fewer|extra|additional <field>"));

    private static final String TIMES = "double|triple|halve";
    private static final List<Form> MULTIPLIED = List.of(
            Form.of(TIMES + " [the] <field> of|for|on|in <target>"),
            Form.of(TIMES + " <target> 's <field>"),
            Form.of(TIMES + " its|his|her|their <mine>"));

    /** What is added, in percent. */
    private static final Map<String, Integer> ADDED = Map.of("double", 100, "triple", 200, "halve", -50);

    /** “More an hour”: for how long something is paid, and no hours. */
    private static final Set<String> PER = Set.of("a", "an", "per", "each");

    private static final Set<String> POINTS = Set.of("point", "piece", "unit");
    private static final Set<String> UNITS = Set.of("day", "week", "month", "year");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 6;

    /** What is added: a share, an amount or a length of time. */
    record By(@Nullable BigDecimal percent, @Nullable BigDecimal amount, String unit) {}

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(MULTIPLIED, turn.words())) {
            int percent = ADDED.getOrDefault(turn.words().at(0).text().toLowerCase(Locale.ROOT), 0);
            Optional<Proposal> change = change(turn, match, new By(BigDecimal.valueOf(percent), null, ""));
            if (change.isPresent()) {
                return change;
            }
        }
        Optional<Unclear> first = Optional.empty();
        Stream<Match> priced = PRICED.matches(turn.words()).stream().filter(match -> isPrice(match.the("by")));
        Stream<Match> passive = turn.question() ? Stream.empty() : Form.matches(PASSIVE, turn.words()).stream();
        Stream<Match> getting = turn.question() || turn.words().startsWithOneOf(UpdateRecordReading.QUESTION_WORDS)
                ? Stream.empty()
                : getting(turn.words());
        Stream<Match> said = Form.matches(FORMS, Assignments.withoutNow(turn.words())).stream();
        for (Match match : Stream.of(said, priced, passive, getting)
                .flatMap(some -> some)
                .filter(divided ->
                        !divided.has("field") || !divided.the("field").startsWithOneOf(PER))
                .map(divided -> divided.withException(turn))
                .toList()) {
            Optional<By> by = match.has("signed")
                    ? signed(match.the("signed"))
                    : by(ofEach(match.the("by"))).or(() -> counted(ofEach(match.the("by"))));
            if (by.isPresent()) {
                try {
                    Optional<Proposal> change = change(turn, match, by.get());
                    if (change.isPresent()) {
                        return change;
                    }
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
        return Optional.empty();
    }

    /** “All materials get 10 cheaper per tonne except CU-1”: who is left out may stand behind all else. */
    private static Stream<Match> getting(Phrase words) {
        int end = Match.exception(words);
        Phrase told = words.to(end < words.size() && words.at(end - 1).is(",") ? end - 1 : end);
        return Stream.concat(
                        Form.matches(GETTING, words).stream(),
                        Form.matches(GETTING, told).stream()
                                .filter(match -> end < words.size())
                                .map(match ->
                                        match.with("target", match.the("target").joined(words.from(end)))))
                .filter(match -> StatementReading.isFinished(match.the("target")));
    }

    private static Optional<Proposal> change(Turn turn, Match match, By by) {
        boolean up = turn.words().tokens().stream()
                        .filter(token -> match.captured().values().stream()
                                .noneMatch(said -> said.tokens().contains(token)))
                        .noneMatch(token -> token.isOneOf(EARLIER) || token.isOneOf(DOWNWARD))
                && !isOff(turn.words(), match);
        Phrase it = Sentence.read(turn.request().lastMentioned().size() > 1 ? "them" : "it")
                .words();
        Optional<Phrase> said = Stream.of("field", "mine", "counted")
                .filter(match::has)
                .map(match::the)
                .findFirst();
        Optional<Target> target = turn.targets()
                .find(
                        match.has("mine") ? it : match.the("target"),
                        entity -> said.isEmpty() || turn.schema().hasField(entity, said.get()));
        return target.map(found -> {
            FieldSpec field = said.map(name -> turn.schema().requireField(found.entity(), name))
                    .orElseGet(() -> implied(found.entity(), by, match));
            requireUnit(found.entity(), field, match);
            return Changes.of(found, record -> Values.of(field.key(), adjusted(record, field, by, up)));
        });
    }

    /** “By 3 days each” is by 3 days. */
    private static Phrase ofEach(Phrase by) {
        Token last = by.at(by.size() - 1);
        return by.size() > 1 && (last.is("each") || last.is("apiece")) ? by.to(by.size() - 1) : by;
    }

    /** “5 points”, “15 minutes”: a number of what is counted by the field. */
    private static Optional<By> counted(Phrase by) {
        return by.size() == 2 && by.at(1).text().matches("\\p{Ll}{2,}")
                ? Amounts.whole(by.to(1)).map(amount -> new By(null, amount, ""))
                : Optional.empty();
    }

    private static void requireUnit(EntityView entity, FieldSpec field, Match match) {
        Phrase by = match.has("by") ? match.the("by") : Phrase.quoted("");
        boolean counted = by(by).isEmpty() && counted(by).isPresent();
        String unit = counted ? Names.singular(by.at(1).text()) : "";
        boolean measured = counted
                && Unit.field(entity, by.from(1))
                        .filter(named -> named.thing().equals(field))
                        .isPresent();
        if (counted
                && !measured
                && !POINTS.contains(unit)
                && !Names.stems(field.label()).contains(unit)) {
            throw Unclear.say("It is not clear how many “%s” change %s.".formatted(by.text(), field.label()));
        }
    }

    /** “+10%”. */
    private static Optional<By> signed(Phrase by) {
        Token first = by.at(0);
        return first.isWord() && first.text().matches("\\+\\d.*") ? by(by.unsigned()) : Optional.empty();
    }

    /** “5 percent off today's jobs”, and not “put off the jobs”. */
    private static boolean isOff(Phrase words, Match match) {
        return match.has("by")
                && words.at(0).equals(match.the("by").at(0))
                && words.tokens().stream().anyMatch(token -> token.is("off"));
    }

    private static boolean isPrice(Phrase by) {
        return Amounts.percent(by).isPresent()
                || Amounts.leading(by).filter(Amounts.Amount::currency).isPresent();
    }

    private static FieldSpec implied(EntityView entity, By by, Match match) {
        List<FieldSpec> fields = by.unit().isEmpty() ? Roles.amount(entity) : Roles.due(entity);
        if (fields.isEmpty()) {
            throw Unclear.say("It is not clear which field of %s “%s” changes."
                    .formatted(entity.label(), match.the("by").text()));
        }
        return Slots.one(fields, match.the("by"));
    }

    static Object adjusted(Found record, FieldSpec field, By by, boolean up) {
        Object now = record.values().get(field.key());
        if (now == null) {
            throw Unclear.say(
                    "%s of %s is empty, so nothing can be added to it.".formatted(field.label(), record.title()));
        }
        int sign = up ? 1 : -1;
        BigDecimal amount = by.amount();
        BigDecimal percent = by.percent();
        if (!by.unit().isEmpty() && Roles.isDate(field) && now instanceof String text && amount != null) {
            LocalDate day = LocalDate.parse(text.substring(0, 10));
            return Dates.shifted(day, sign * amount.longValueExact(), by.unit()) + text.substring(10);
        }
        if (!(now instanceof BigDecimal number) || !by.unit().isEmpty()) {
            throw Unclear.say("%s is %s, which cannot be changed by that."
                    .formatted(field.label(), field.type().wireName()));
        }
        BigDecimal added =
                percent == null ? amount : number.multiply(percent).divide(HUNDRED, SCALE, RoundingMode.HALF_EVEN);
        return plain(number.add(added == null ? BigDecimal.ZERO : added.multiply(BigDecimal.valueOf(sign))));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    static Optional<By> by(Phrase phrase) {
        Optional<BigDecimal> percent = Amounts.percent(phrase);
        if (percent.isPresent()) {
            return Optional.of(new By(percent.get(), null, ""));
        }
        Optional<BigDecimal> amount = Amounts.whole(phrase);
        if (amount.isPresent()) {
            return Optional.of(new By(null, amount.get(), ""));
        }
        if (phrase.size() != 2 || phrase.at(0).quoted()) {
            return Optional.empty();
        }
        String unit = Names.singular(phrase.at(1).text().toLowerCase(Locale.ROOT));
        return UNITS.contains(unit)
                ? Dates.count(phrase.at(0).text().toLowerCase(Locale.ROOT))
                        .map(count -> new By(null, BigDecimal.valueOf(count), unit))
                : Optional.empty();
    }
}
