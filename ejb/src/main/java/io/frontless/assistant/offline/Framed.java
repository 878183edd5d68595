package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands around a change takes it back, puts it off or only reports it, by whichever way it was read: “I was going to …”, “the email says: …”, “…, he
 * claims”, “… every Monday”. What is a part of a long text or of a name that is to be written frames nothing.
 */
record Framed(PlanningRequest request, Phrase words) {

    private static final String ME = "(?:i|we|you|he|she|they)";
    private static final String BE =
            "(?:i'm|i’m|i am|we're|we’re|we are|you're|you’re|you are|they're|they’re|they are|(?:he|she) (?:'s|is|was)|i was|we were|they were)";
    private static final String WILL = "(?:(?:i|we|he|she|they)(?: will|'ll|’ll)|\\p{L}+ will)";
    private static final String DO =
            "(?:set|mark|change|update|add|create|register|enter|note|record|put|make|move|give|assign|delete"
                    + "|remove|erase|clear|rename|raise|lower|increase|reduce|flag|cancel|close|reset)";
    private static final String DAY = "(?:\\p{L}+day|tomorrow|next \\p{L}+|the \\d.*|\\d.*|(?:the )?end of .*)";

    private static final String SOMEBODY =
            "(?:" + ME + "|i'm|i’m|we're|it|everybody|everyone|somebody|someone|anybody|anyone|the (?!end\\b)\\p{L}+)";
    private static final String LATER = "(?:tomorrow|tonight|later|soon|this evening)";

    /** What begins that asks for no change, but speaks of one. */
    private static final Pattern BEFORE = any(
            "(?:i was|we were|(?:he|she) was|they were) (?:just )?(?:going|about) to .*",
            "(?:i am|i'm|i’m|we are|we're|we’re) about to .*",
            BE + " (?:just )?thinking (?:of|about) .*",
            BE + " not (?:allowed|able|supposed|going|meant) to .*",
            "(?:am|are|is|was|were) " + ME + " (?:allowed|able|supposed|going|meant) to .*",
            ME + " (?:didn't|didn’t|did not|never|won't|won’t|wouldn't|wouldn’t|couldn't|couldn’t) " + DO + " [^,;:]*",
            ME + " (?:would never|nearly|almost) " + DO + "\\b.*",
            "how (?:long|much|often|soon|can|could|do|does|did|would|will) .*",
            ME + " (?:forgot|refused?|refuses|tried|hesitated?|had|planned|plan|want) to " + DO + "\\b.*",
            ME + " (?:made|had) (?:me|us|him|her|them) " + DO + "\\b.*",
            ME + " (?:decided|chose|agreed) not to .*",
            "(?:yesterday|earlier|before|today|this morning|last \\p{L}+) " + ME
                    + " (?:told|asked|advised|had) .*to .*",
            ME + " (?:shouldn't|shouldn’t|mustn't|mustn’t|needn't|needn’t|should not|must not|need not) .*",
            "(?:did|do|does|must) " + ME + " (?:have to |need to |really )*" + DO + "\\b.*",
            WILL + " " + DO + "\\b.* " + LATER,
            "(?:i'll|i’ll|i will|i shall) (?:pay|buy|sell|check|call|ask|tell|send|mail|thank|visit)\\b.* myself.*",
            "it took (?:me|us|him|her|them) .* to .*",
            "remind (?:me|us|him|her|them) to .*",
            "(?:suppose|imagine|assume|assuming|supposing) .*",
            "(?:we|one|you) could " + DO + "\\b.*",
            "nobody (?:asked|told|wanted) .* to .*",
            "(?:nobody|no one|no-one) (?:should|may|can|must) .*",
            "(?:there (?:is|'s) )?no (?:need|reason|point|use) (?:to|in) .*",
            "(?:wait|hold on|hang on|stop) (?:before|until|till|with) .*",
            "before " + ME + " [^,;:]*",
            "(?:why|since when) (?!not\\b|don't\\b|don’t\\b|do not\\b).*",
            "(?:in theory|theoretically|hypothetically|in principle|on paper) .*",
            "(?:my|our|the|his|her) (?:plan|idea|intention|hope|wish) (?:is|was|would be) to .*",
            "(?:example|for example|simulate this|dry run|test run|e\\.?g\\.?|question|an idea|just an idea|avoid this|quote|subject|re|fwd?) :? ?"
                    + "(?:postpone|reschedule|extend|" + DO + ")\\b.*",
            "it (?:is|was|would be|'s) (?:a mistake|wrong|too early|too late|not right|nonsense|silly|stupid|premature) to .*",
            "(?:the|his|her|their|an|a|this|that) (?:e-?mail|mail|letter|message|text|document|note|list|attachment|memo|fax)"
                    + " (?:says|said|reads|read|tells|told|wants|asks|goes) .*",
            "(?:he|she|they|somebody|someone) (?:wrote|writes|texted|emailed) .*",
            "(?:rumou?r has it|they pretend|it (?:is|'s) not true|it isn't true) .*");

    /** What begins that says when it was or will be so, or that it may not be; what is to be done because of it follows behind. */
    private static final Pattern BEFORE_A_STATE = any(
            "(?:before|until|till|the moment|the minute|the day|by the time) (?!\\d|\\p{L}+day\\b|the \\d|noon|lunch|now\\b)[^,;:]*, .*",
            "(?:\\p{L}+|\\d+) years ago .*",
            "(?:last year|in (?:19|20)\\d\\d|by the end of next \\p{L}+) .*",
            "(?:apparently|allegedly|supposedly|reportedly|presumably|probably|possibly|perhaps|maybe|it seems|it looks as if|i was told|some say|word is|in my opinion|according to|if you ask me|not that|(?:it (?:is|'s) )?not (?:as though|as if|that)) .*",
            "i used to think .*");

    private static final Pattern DONE_BECAUSE =
            Pattern.compile(".*(?:[,;:–-]|\\bso|\\band) (?:so |just |then |kindly |please |to )*" + DO
                    + "\\b.*|.*\\b(?:please|pls|kindly)\\b.*");

    /** What ends it that says it is wrong, or not for sure, or no more. */
    private static final Pattern DOUBTED = behind(
            "which (?:is|was|isn't|is not) (?:just |totally |completely |simply )?(?:wrong|false|incorrect|a mistake|an error|not true|true|nonsense|right|correct)",
            "(?:or|at least) (?:so |that )?" + ME
                    + " (?:guess|suppose|assume|fear|presume|think|believe|hope|heard?|says?|said|thinks|thought|believes?|claims?|claimed)",
            "(?:i|we) (?:guess|suppose|assume|fear|presume|think|believe|hope|hear|heard|reckon)",
            "(?:they|people|some) (?:say|said|claim|believe|think)",
            "(?:as|so) far as (?:i|we) (?:know|can tell|remember|see)",
            "if (?:i|we) (?:remember|understood|understand|am not mistaken|'m not mistaken).*",
            "(?:unless|if) (?:i am|i'm|i’m|we are) (?:wrong|mistaken|right)",
            "unless " + ME + " (?:hear|hears|says?|tell|tells|know|knows)\\b[^,;:]*",
            "supposedly|apparently|allegedly|reportedly|presumably|probably|possibly|perhaps|maybe|afaik|almost|nearly",
            "(?:un|not |not yet )confirmed|to be confirmed|tbc|not (?:sure|certain)|i (?:am not|'m not|don't) (?:sure|know)",
            "at least (?:that|this|it) (?:is|was) the (?:plan|idea|hope).*",
            "(?:that|this|it) (?:is|was) (?:before|then|once|the plan|the idea|just an idea|only an idea|long ago|years ago)",
            "(?:is|isn't|isn’t) (?:that|this|it)(?: (?:right|correct|true|so|ok|okay))?",
            "(?:can|could|would|will) you (?:please )?(?:check|verify|confirm)(?: (?:that|it|this))?(?: please)?",
            "(?:please|pls|kindly) (?:check|verify|confirm)(?: (?:that|it|this))?|don't you think|or should we",
            "or (?:maybe |perhaps |rather )?not|but not (?:yet|now|today)|not yet",
            "(?:ignore|forget) (?:this|that|it)|do(?:n't|n’t| not) do (?:it|that)|(?:sorry )?,? ?wrong (?:chat|window|thread|person|room)",
            "(?:just )?kidding|not true|on paper only|in (?:my|his|her|their|your) (?:dreams?|opinion|view|head)",
            "in (?:the|my|our|a|his|her) (?:draft|plan|proposal|example|simulation)|as (?:a test|an example)(?: only)?|for testing",
            "as .+ put it|so the story goes|as it were|quote,? unquote|nah|hopefully|with any luck|barring .+|hypothetically|theoretically",
            "(?:on|upon) (?:second|closer|further) thoughts?.*",
            "copied from .+|most of the time|some of the time|from time to time|now and then|on paper",
            "(?:but )?wait for .+|(?:but )?ask (?:me|us|him|her|them) first|(?:and )?after that (?:call|tell|ask) .+");

    private static final Pattern CLAIMED = Pattern.compile(
            ".* [,(–-] ?(?<tail>(?:he|she|they|\\p{L}+) (?:claims?|claimed|reckons?|pretends?|alleges|alleged)) ?\\)?");

    /** What ends it that puts it off. */
    private static final Pattern PUT_OFF = behind(
            "(?<!\\bto )soon|some ?day|some ?time|eventually|at some point|some other time",
            "according to .+|in case .+|subject to .+|pending (?:approval|confirmation|payment|review)|on request|whenever (?:necessary|needed|possible)|if need be",
            "(?:once|as soon as|when|whenever|until|provided|assuming|the day|the moment) (?:that )?" + SOMEBODY
                    + "\\b[^,;:]*",
            "(?:unless|after) " + SOMEBODY
                    + " (?:calls?|comes?|agrees?|pays?|objects?|confirms?|says?|complains?|protests?|arrives?|leaves?)\\b[^,;:]*",
            "once (?:approved|paid|confirmed|agreed|done|signed|delivered|finished)",
            "(?:every|each) (?:\\p{L}+day|morning|evening)|only on \\p{L}+days?",
            "(?<!days? |weeks? |months? |years? |hours? |minutes? |seconds? |mins? |bit |little |much )later");

    /** The same, where no day is given. */
    private static final Pattern ON_A_DAY = behind(
            "(?<!due |in |of |for |until |till |from |to )next year",
            "back then|in those days|\\S+ years ago|in the \\p{L}+ties",
            "at the end of .+|from \\p{L}+ on",
            "(?:until|till|til) " + DAY);

    /** The same, where a text or a table would have it. */
    private static final Pattern AT_A_TIME = behind(
            "(?:today|tomorrow|tonight|now|next (?:week|month|year))(?: (?:at|around|by) \\S+)?",
            "for a (?:day|week|while)");

    /** The same of what is to be done. */
    private static final Pattern AFTERWARDS = Pattern.compile("(?:please )?" + DO
            + " .*(?<!\\bday|\\bweek|\\bone) (?<tail>(?:after|during) (?:the|our|his|her|their|my) (?:next )?\\p{L}+)");

    /** The same, where no number is given. */
    private static final Pattern TIMES = behind(
            "twice|thrice|(?:two|three|several|many) times",
            "(?:every|each) (?:week|month|year|quarter|spring|summer|autumn|winter)");

    /** “Daniel Osei applies for Data Engineer” is none by that. */
    private static final Pattern ASPIRING =
            Pattern.compile(".*\\b(?:applies|applied|asks?|asked|hopes|hoped|bids|competes) for .*");

    private static final Pattern BY_MISTAKE = Pattern.compile(
            ".* (?<before>\\S+) (?<tail>by mistake|by accident|in error|accidentally|wrongly|mistakenly)");

    /** Something quoted and words behind it: what is quoted was to be the text. */
    private static final Pattern TORN = Pattern.compile("[\"“«].*[\"”»].*[^\"”».!?)]");

    /** The colon of “10:00”, which parts nothing. */
    private static final Pattern CLOCK = Pattern.compile("(?<=\\d):(?=\\d)");

    /** “South at 7 pm”, where others are at “South”. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?<known>\\S.*?) (?:at|in|for|with|via|that|on|by|to|from|like|when|if|until|till|after|before|because|as) .+");

    boolean is(Proposal.Change change) {
        String said = said();
        return values(change)
                        .anyMatch(given ->
                                TORN.matcher(String.valueOf(given.value())).matches() || goesOn(given))
                || BEFORE.matcher(said).matches()
                || (BEFORE_A_STATE.matcher(said).matches()
                        && !DONE_BECAUSE.matcher(said).matches()
                        && !givesDay(change))
                || ends(change, DOUBTED.matcher(said))
                || ends(change, CLAIMED.matcher(said))
                || ends(change, PUT_OFF.matcher(said))
                || ends(change, AFTERWARDS.matcher(said))
                || (!givesDay(change) && ends(change, ON_A_DAY.matcher(said)))
                || (updates(change)
                        && values(change).noneMatch(given -> given.value() instanceof BigDecimal)
                        && ends(change, TIMES.matcher(said)))
                || (ASPIRING.matcher(said).matches()
                        && change.steps().stream().anyMatch(step -> step.op().equals(UpdateRecord.NAME))
                        && values(change).anyMatch(given -> isToldAfter(said, " for ", given)))
                || isSwallowed(change, AT_A_TIME.matcher(said))
                || isByMistake(change, BY_MISTAKE.matcher(said));
    }

    private static boolean isToldAfter(String said, String word, Named given) {
        return !given.added()
                && said.contains(word + String.valueOf(given.value()).toLowerCase(Locale.ROOT));
    }

    /** “Settled by mistake”, and not “entered by mistake, delete it”. */
    private boolean isByMistake(Proposal.Change change, Matcher ended) {
        return updates(change) && ends(change, ended) && !Words.isPast(ended.group("before"));
    }

    /** “His city is Leipzig next week” is no name of a city, and a table is made at once. */
    private boolean isSwallowed(Proposal.Change change, Matcher ended) {
        return ended.matches()
                && (change.steps().stream().noneMatch(step -> step.op().startsWith("record."))
                        || values(change)
                                .anyMatch(given -> given.field().type() == FieldType.TEXT
                                        && !isWritten(given, ended.group("tail"))
                                        && endsWith(given, ended.group("tail"))));
    }

    private boolean goesOn(Named given) {
        String text = String.valueOf(given.value());
        return given.field().type() == FieldType.TEXT
                && words.tokens().stream()
                        .noneMatch(token -> token.quoted() && token.text().equals(text))
                && (text.endsWith(" now") || isKnown(given, GOES_ON.matcher(text)));
    }

    private boolean isKnown(Named given, Matcher parts) {
        return parts.matches()
                && !request.records()
                        .find(RecordQuery.where(
                                given.entity().key(),
                                Filter.compare(given.field().key(), Comparison.EQ, parts.group("known")),
                                1))
                        .isEmpty();
    }

    private static boolean endsWith(Named given, String tail) {
        return String.valueOf(given.value()).toLowerCase(Locale.ROOT).endsWith(tail);
    }

    private static boolean updates(Proposal.Change change) {
        return change.steps().stream().allMatch(step -> step.op().equals(UpdateRecord.NAME));
    }

    private boolean ends(Proposal.Change change, Matcher ended) {
        return ended.matches() && values(change).noneMatch(given -> isWritten(given, ended.group("tail")));
    }

    private boolean givesDay(Proposal.Change change) {
        return values(change).anyMatch(given -> Roles.isDate(given.field()));
    }

    /** Whether the end is that of a text that is to be written, or of what a new record is called. */
    private static boolean isWritten(Named given, String tail) {
        boolean text = given.field().type() == FieldType.LONG_TEXT
                || (given.added()
                        && given.entity()
                                .titleField()
                                .filter(given.field()::equals)
                                .isPresent());
        boolean option =
                given.field().type() == FieldType.CHOICE && tail.equalsIgnoreCase(String.valueOf(given.value()));
        return option || (text && endsWith(given, tail));
    }

    private Stream<Named> values(Proposal.Change change) {
        return Unlikely.fewOfAKind(change.steps())
                .flatMap(step -> new Changed(request).entity(step).stream().flatMap(entity -> given(entity, step)));
    }

    private static Stream<Named> given(EntityView entity, Step step) {
        Map<?, ?> values = step.params().get("values") instanceof Map<?, ?> given ? given : Map.of();
        return Given.of(entity, values)
                .map(given -> new Named(step.op().equals(CreateRecord.NAME), entity, given.field(), given.value()));
    }

    private record Named(
            boolean added,
            EntityView entity,
            FieldSpec field,
            @Nullable Object value) {}

    /** In small letters, with nothing of what is quoted. */
    private String said() {
        return words.tokens().stream()
                .map(token ->
                        token.quoted() ? "“”" : CLOCK.matcher(token.word()).replaceAll("."))
                .collect(Collectors.joining(" "))
                .replaceFirst("^(?:(?:well|so|but|and|please|hi|hello|hey|yes|no ,|ok|okay|ah|oh|,) )+", "");
    }

    private static Pattern any(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }

    private static Pattern behind(String... tails) {
        return Pattern.compile(".+ (?:[,;(–-]|but )? ?(?<tail>%s) ?\\)?".formatted(String.join("|", List.of(tails))));
    }
}
