package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a state that a change gives is only told as one to come, or as one that is so in part: “will be paid”, “is about to be paid”, “partly paid”. */
record NotYet(Phrase words, LocalDate today) {

    /** “Paid on”: a day on which it was. */
    private static final Pattern DAY_OF_DEED = Pattern.compile("(\\p{L}+)(?: on| at| day| date)?");

    private static final Set<String> NEXT = Set.of("next", "tomorrow", "coming");
    private static final Set<String> PLANNING = Set.of(
            "planned", "booked", "expected", "promised", "scheduled", "needed", "wanted", "requested", "held", "set");

    private static final List<Form> TO_COME = List.of(
            Form.of(
                    "<before> will|'ll|won't|won’t [soon|probably|also|only|then|surely|definitely|certainly] be|get|have <deed>"),
            Form.of("<before> i|we|he|she|they will|'ll <deed>"),
            Form.of("i|we|he|she|they will|'ll <deed>"),
            Form.of("<before> about|going|expected|planned|scheduled|still|remains|remain|left to [be|get] <deed>"),
            Form.of("<before> ready|free|likely|unlikely|supposed|meant|due|able to [be] <deed>"),
            Form.of("<before> needs|need to be|get <deed>"),
            Form.of("<before> is|are to be <deed>"),
            Form.of("<before> gets|get <deed> on|tomorrow|next|by|in <rest>"),
            Form.of("<before> still has|have to be <deed>"),
            Form.of("<before> needs|need|wants|want|awaits|await <deed>"),
            Form.of("<before> is|are [just|still|currently|now] being <deed>"));

    /** The words of a turn are without their last two. */
    private static final Pattern BY_NOW = Pattern.compile("(?:should|ought to) be .* by now\\b");

    /** What may be done is rather a wish for what only is said to be so: “can be closed”, and not “can be collected”. */
    private static final List<Form> ALLOWED =
            List.of(Form.of("<before> can|could|may|might [now|then|also|already] be <deed>"));

    /** What is told so although it is on a day to come: “she starts on Monday”. */
    private static final Set<String> STARTING = Set.of("start", "begin", "join", "hire", "open", "found");

    private static final Set<String> ARE = Set.of("is", "are", "am", "'s", "'re");
    private static final Set<String> WERE = Set.of("was", "were");
    private static final Set<String> LAPSING = Set.of("expire", "lapse");
    private static final Set<String> IN_PART = Set.of("partly", "partially", "half", "mostly", "halfway");

    boolean is(EntityView entity, Map<?, ?> values) {
        boolean byNow = BY_NOW.matcher(words.sentence()).find();
        List<Token> deeds = Stream.of(
                        deeds(TO_COME),
                        deeds(ALLOWED).filter(deed -> Words.isDeed(deed.text())),
                        IntStream.range(1, words.size())
                                .filter(i -> words.at(i - 1).isOneOf(IN_PART)
                                        || isBeingDone(i)
                                        || (byNow && words.at(i - 1).is("be")))
                                .mapToObj(words::at))
                .flatMap(some -> some)
                .toList();
        return isDoneAhead(entity, values)
                || Given.of(entity, values)
                        .anyMatch(given -> isNotYet(given.field(), given.text())
                                || deeds.stream().anyMatch(deed -> tells(given.field(), given.text(), deed)));
    }

    /** “Goes out tomorrow, so it's sent”: what is done on a day to come is not done. */
    private boolean isDoneAhead(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given ->
                        given.field().type() == FieldType.DATE && given.text().compareTo(today.toString()) > 0)
                .map(given -> DAY_OF_DEED.matcher(given.field().label().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(label -> label.group(1))
                .filter(deed -> Words.isPast(deed) && !PLANNING.contains(deed))
                .anyMatch(values::containsValue);
    }

    private boolean isNotYet(FieldSpec field, String value) {
        return isOnDayToCome(field, value)
                || isNextInThePast(field, value)
                || wasSo(field, value)
                || isLapsing(field, value)
                || isFor(field, value)
                || isInPart(field, value)
                || wasDoneOnAWeekday(field, value)
                || wasDoneInsteadOfDue(field, value);
    }

    private Stream<Token> deeds(List<Form> forms) {
        return Form.matches(forms, words).stream()
                .map(match -> match.the("deed").at(0));
    }

    /** “Yusuf is fixing T-501”. */
    private boolean isBeingDone(int i) {
        return words.at(i - 1).isOneOf(ARE) && words.at(i).word().endsWith("ing");
    }

    /** “Is partly gravel”. */
    private boolean isInPart(FieldSpec field, String value) {
        return field.type() == FieldType.CHOICE
                && IntStream.range(1, words.size())
                        .filter(i -> words.at(i - 1).isOneOf(IN_PART))
                        .anyMatch(i -> words.from(i)
                                .text()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(value.toLowerCase(Locale.ROOT)));
    }

    /** “Opened on Thursday”: the last one, and not the one to come. */
    private boolean wasDoneOnAWeekday(FieldSpec field, String value) {
        String verb = field.label().split(" ", -1)[0].toLowerCase(Locale.ROOT);
        List<String> bases = Words.bases(verb).toList();
        return field.type() == FieldType.DATE
                && value.compareTo(today.toString()) > 0
                && saysWeekday()
                && words.tokens().stream().noneMatch(token -> token.isOneOf(NEXT))
                && words.tokens().stream()
                        .filter(token -> token.word().endsWith("ed") && !token.is(verb))
                        .anyMatch(token -> Words.bases(token.word()).anyMatch(bases::contains));
    }

    /** “Was inspected yesterday”, of the field “Inspection due”: that was not when it is due. */
    private boolean wasDoneInsteadOfDue(FieldSpec field, String value) {
        List<String> label = Names.stems(field.label());
        return field.type() == FieldType.DATE
                && value.compareTo(today.toString()) <= 0
                && label.contains("due")
                && words.tokens().stream()
                        .filter(token -> Words.isPast(token.text()) && !token.is("due"))
                        .anyMatch(token -> label.stream()
                                .filter(word -> !word.equals("due"))
                                .anyMatch(word -> Names.root(word).equals(Names.root(token.word()))));
    }

    /** “Was inspected on Monday”: that is not the next time. */
    private boolean isNextInThePast(FieldSpec field, String value) {
        return field.type() == FieldType.DATE
                && value.compareTo(today.toString()) < 0
                && Names.stems(field.label()).contains("next");
    }

    /** “Ben was on call”, and may not be now; what was done is. */
    private boolean wasSo(FieldSpec field, String value) {
        String state = isYes(field, value) ? field.label() : field.type() == FieldType.CHOICE ? value : "";
        Phrase said = Sentence.read(state).words();
        return !said.isEmpty()
                && !Words.isPast(said.at(0).text())
                && (field.type() == FieldType.BOOLEAN || !FieldWords.isNamed(field, words))
                && IntStream.range(1, words.size() - said.size() + 1)
                        .filter(i -> words.at(i - 1).isOneOf(WERE) && !isCorrection(i + said.size()))
                        .anyMatch(i -> words.sub(i, i + said.size()).text().equalsIgnoreCase(said.text()));
    }

    /** “D-77 was cash and not clothes”: that is what should stand there. */
    private boolean isCorrection(int behind) {
        return behind + 1 < words.size()
                && (words.at(behind).is(",") || words.at(behind).is("and"))
                && words.at(behind + 1).is("not");
    }

    /** “All paid on Monday”, which was, and the next one has to be said; “Ingrid cleans it tomorrow”, “is to be cleaned on Tuesday”, which is none of the days it was. */
    private boolean isOnDayToCome(FieldSpec field, String value) {
        Matcher label = DAY_OF_DEED.matcher(field.label().toLowerCase(Locale.ROOT));
        if (field.type() != FieldType.DATE
                || !label.matches()
                || !Words.isPast(label.group(1))
                || PLANNING.contains(label.group(1))
                || value.length() != today.toString().length()) {
            return false;
        }
        String deed = label.group(1);
        boolean ahead = value.compareTo(today.toString()) > 0;
        return ahead
                ? isDone(deed)
                        || (says(deed)
                                && saysWeekday()
                                && words.tokens().stream().noneMatch(token -> token.isOneOf(NEXT)))
                : IntStream.range(2, words.size())
                        .anyMatch(i -> words.at(i).is(deed)
                                && words.at(i - 1).is("be")
                                && words.at(i - 2).is("to"));
    }

    private boolean says(String deed) {
        return words.tokens().stream().anyMatch(token -> token.is(deed));
    }

    private boolean saysWeekday() {
        return words.tokens().stream().anyMatch(token -> Dates.isWeekday(token.text()));
    }

    /** Whether it is told as being done: “cleans”, and not “cleaned”. */
    private boolean isDone(String deed) {
        List<String> bases = Words.bases(deed).toList();
        return bases.stream().noneMatch(STARTING::contains)
                && IntStream.range(1, words.size())
                        .mapToObj(words::at)
                        .filter(token -> token.isWord() && !Words.isPast(token.text()))
                        .anyMatch(token -> Words.bases(token.text()).anyMatch(bases::contains));
    }

    /** “Her first aid expires”: she may have it, and will not. */
    private boolean isLapsing(FieldSpec field, String value) {
        return isYes(field, value)
                && words.size() > 1
                && words.tokens().stream().anyMatch(token -> Words.isFormOf(token.text(), LAPSING))
                && FieldWords.isNamed(field, words);
    }

    /** “For collection” is not collected. */
    private boolean isFor(FieldSpec field, String value) {
        return field.type() == FieldType.CHOICE
                && Words.isPast(value)
                && IntStream.range(1, words.size())
                        .filter(i ->
                                words.at(i - 1).is("for") && !words.at(i).text().equalsIgnoreCase(value))
                        .anyMatch(
                                i -> Names.root(words.at(i).word()).equals(Names.root(value.toLowerCase(Locale.ROOT))));
    }

    private static boolean isYes(FieldSpec field, String value) {
        return field.type() == FieldType.BOOLEAN && value.equals("true");
    }

    /** Whether the state is that of the deed: “pay” and “paid” of the option “paid”. */
    private static boolean tells(FieldSpec field, String value, Token deed) {
        String state =
                field.type() == FieldType.BOOLEAN ? field.label() : field.type() == FieldType.CHOICE ? value : "";
        List<String> bases = Words.bases(deed.word()).toList();
        return !state.startsWith("being ")
                && Stream.of(state.toLowerCase(Locale.ROOT).split(" ", -1))
                        .filter(Words::isPast)
                        .flatMap(Words::bases)
                        .anyMatch(bases::contains);
    }
}
