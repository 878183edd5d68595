package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.offline.Corpus.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences that are read rightly are not written where what stands around them takes them back, puts them off or only reports them. */
final class FramesTest {

    private static final int SENTENCES_MAX = 12;

    private static final Pattern COMMAND =
            Pattern.compile("(?i)(?:set|change|mark|add|create|delete|move|assign|rename|raise) [^?.!]*");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)(?!(?:if|when|unless|all|every|for|set|please)\\b)[^?.!,;]* (?:is|are|has|have) [^?.!,;]*");

    /** With a command for %s. */
    private static final String OF_COMMANDS = """
            don't %s
            do not %s yet
            I didn't %s
            why did you %s
            did you %s
            should I %s?
            remind me to %s
            I forgot to %s
            Peter wants to %s
            the customer asked us to %s but we said no
            no need to %s
            there is no reason to %s
            before you %s, ask me
            %s only if I say so
            %s, just kidding
            %s, or maybe not
            suppose I %s
            what happens if I %s
            how do I %s
            we could %s
            we might %s
            I was going to %s
            it would be wrong to %s
            it's too early to %s
            Anna tried to %s
            Anna refuses to %s
            nobody may %s
            I'm not allowed to %s
            am I allowed to %s
            %s every Monday
            %s when the client calls
            %s as soon as they have paid
            %s unless they object
            %s once approved
            yesterday I told Ben to %s
            the email says: %s
            you shouldn't %s
            we decided not to %s
            wait before you %s
            I'd rather not %s
            %s in case they ask
            %s if you think so
            do we have to %s
            nobody asked you to %s
            I nearly %s
            I would never %s
            I had to %s
            you were told to %s
            I'm not sure whether to %s
            I wonder whether to %s
            it would be nice to %s
            Lena would like to %s
            Lena keeps asking me to %s
            don't let anybody %s
            avoid this: %s
            %s - or should we?
            %s? I don't know
            %s (draft, don't do it)
            %s from January on
            %s the day they pay
            %s provided they agree
            %s assuming the boss agrees
            %s if Ben says so
            %s but not yet
            %s, but wait for my ok
            %s - after that call me
            %s as a test only
            %s maybe
            %s or not
            %s - ignore this
            %s, sorry, wrong chat
            %s (copied from the minutes)
            example: %s
            question: %s
            someone should %s
            nobody should %s
            last week we had to %s
            how long would it take to %s
            I regret that I had to %s
            last year's plan was to %s
            the plan is to %s
            we are about to %s
            we want to %s but can't
            I keep forgetting to %s
            """;

    /** With what is told for %s. */
    private static final String OF_STATEMENTS = """
            it is not true that %s
            if only %s
            %s, or so they say
            %s, I guess
            maybe %s
            perhaps %s
            %s - not true
            in theory %s
            %s soon
            %s someday
            %s next year
            %s, which is wrong
            %s, he claims
            they pretend %s
            %s if all goes well
            as long as %s we wait
            %s according to the old list
            rumour has it that %s
            what if %s
            imagine %s
            %s - or not
            %s on paper only
            since when %s
            %s unless I am wrong
            %s, supposedly
            %s, apparently
            %s, allegedly
            %s (unconfirmed)
            %s, I think
            %s, I hope
            %s, I heard
            %s in his opinion
            %s, if I remember correctly
            %s, as far as I know
            %s, don't you think
            %s, isn't it
            %s, can you check
            %s, please check
            it looks as if %s
            as if %s
            whether %s is unclear
            the question is whether %s
            Ben would love it if %s
            I was told that %s
            I used to think %s
            last year %s
            in 2019 %s
            when %s, tell me
            let's assume %s
            %s - that was before
            %s, but not any more
            %s, or was it the other one
            %s at least that was the plan
            %s almost
            %s in the draft
            %s in my dreams
            %s only on Sundays
            %s most of the time
            """;

    private static final Map<String, Corpus> CORPORA = new HashMap<>();
    private static final Map<Pattern, List<Said>> WRITING = new HashMap<>();

    static Stream<String> ofCommands() {
        return OF_COMMANDS.lines();
    }

    static Stream<String> ofStatements() {
        return OF_STATEMENTS.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofCommands")
    void commandIsNotDone(String frame) {
        isNotWritten(frame, sentences(COMMAND, frame));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofStatements")
    void whatIsToldIsNotWritten(String frame) {
        isNotWritten(frame, sentences(STATEMENT, frame));
    }

    private static void isNotWritten(String frame, List<Said> sentences) {
        assertThat(sentences).hasSize(SENTENCES_MAX);
        assertThat(sentences).allSatisfy(said -> {
            String sentence = frame.formatted(inside(frame, said.sentence()));
            assertThat(Outcomes.isWrite(outcome(said, sentence))).as(sentence).isFalse();
        });
    }

    private static String inside(String frame, String sentence) {
        return frame.startsWith("%s")
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String outcome(Said said, String sentence) {
        Workspace workspace =
                CORPORA.computeIfAbsent(said.corpus(), Corpus::read).workspace(said.mentioned());
        return Outcomes.normal(new Outcomes(workspace).of(workspace.propose(sentence)));
    }

    /** Some of those that change something, others for each frame. */
    private static List<Said> sentences(Pattern pattern, String frame) {
        List<Said> all = WRITING.computeIfAbsent(pattern, FramesTest::writing);
        int step = all.size() / SENTENCES_MAX;
        int first = Math.floorMod(frame.hashCode(), step);
        return IntStream.range(0, SENTENCES_MAX)
                .mapToObj(i -> all.get(first + i * step))
                .toList();
    }

    private static List<Said> writing(Pattern pattern) {
        return Corpus.all().stream()
                .filter(said -> pattern.matcher(said.sentence()).matches())
                .filter(said -> said.outcomes().stream().allMatch(Outcomes::isWrite))
                .toList();
    }
}
