package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.ToldSubjects.Subject;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where somebody can be reached, or something is found, told in whatever order: “You can reach Finn Crane at finn@crane.example, can you save that?”. A mail address, a
 * link or a phone number tells by itself what it is; all other words have to be of a kind that says nothing else.
 */
final class AddressTold implements Reading {

    private static final Set<FieldType> ADDRESSES = Set.of(FieldType.EMAIL, FieldType.URL, FieldType.PHONE);
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+|https?://\\S+|\\+\\d{1,12}");
    private static final int TOKENS_MAX = 40;
    private static final int PHONE_CHARS_MIN = 7;

    /** What names it; one of these has to be told. */
    private static final Set<String> NAMING =
            Words.listed("number no nr phone telephone tel fone mobile mail email e-mail"
                    + " address website web site homepage page link url reach reached");

    /** What says nothing else beside it. */
    private static final Set<String> BESIDE =
            Words.listed("you can be at under on via is are 's has have have got it that this"
                    + " he she they him her his their its a an the new current correct now finally last for of which was missing"
                    + " please pls kindly save store note add enter put record update change as in into to list client contact file"
                    + " i i've i’ve we we've we’ve found heard gave told us me called rang phoned just since today another other"
                    + " different herself himself themselves never noted down could would will so and thanks set");

    /** What is rather done with it than told. */
    private static final Set<String> CALLING = Words.listed("mail email e-mail phone call ring text write");

    private static final Set<String> NOUNS = Words.listed("of address number no nr for is :");
    private static final Set<String> AT = Set.of("at", "on", "under", "via", "to");
    private static final Set<String> ABOUT = Set.of("about", "regarding", "concerning", "that");
    private static final Set<String> ENDS = Set.of(",", ";", "-", "–", "and", "so");
    private static final Set<String> US = Set.of("me", "us");
    private static final Set<String> REACHING = Set.of("reach", "call", "contact", "phone", "mail", "email", "ring");
    private static final Set<String> ASKING = Set.of("can", "could", "would", "will");
    private static final Set<String> SAVING =
            Words.listed("save store note add enter put record update change correct");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        boolean may = words.size() <= TOKENS_MAX
                && words.tokens().stream().anyMatch(AddressTold::isAddress)
                && words.tokens().stream().anyMatch(token -> token.isOneOf(NAMING))
                && !isCall(words)
                && (!turn.question() || isAsked(words));
        if (!may) {
            return Optional.empty();
        }
        List<Proposal> found = new ToldSubjects(turn, ToldClauses.of(words))
                .all().stream()
                        .filter(subject ->
                                subject.target().isOne() && !subject.words().isEmpty())
                        .flatMap(subject -> change(turn, subject).stream())
                        .distinct()
                        .toList();
        return NewValues.one(found);
    }

    private static boolean isAddress(Token token) {
        return ADDRESS.matcher(token.text()).matches();
    }

    /** “Mail Anna at …”, “mail anna@… about Anna”, other than “mail of Anna: …”, and “reach me at”: where to call somebody is told by the way, or is the author's. */
    static boolean isCall(Phrase words) {
        boolean address = words.tokens().stream().anyMatch(AddressTold::isAddress);
        return address
                && (words.split(ENDS).stream().map(Courtesies::without).anyMatch(AddressTold::beginsCall)
                        || IntStream.range(1, words.size())
                                .anyMatch(i -> words.at(i).isOneOf(US)
                                        && words.at(i - 1).isOneOf(REACHING)));
    }

    private static boolean beginsCall(Phrase said) {
        return said.size() > 1
                && said.startsWithOneOf(CALLING)
                && !said.at(1).isOneOf(NOUNS)
                && IntStream.range(1, said.size())
                        .anyMatch(i ->
                                isAddress(said.at(i)) && (said.at(i - 1).isOneOf(AT) || saysWhy(said.from(i + 1))));
    }

    private static boolean saysWhy(Phrase after) {
        return after.startsWithOneOf(ABOUT);
    }

    /** “…, can you save that?” */
    private static boolean isAsked(Phrase words) {
        return IntStream.range(0, words.size() - 2)
                .anyMatch(i -> words.at(i).isOneOf(ASKING)
                        && words.at(i + 1).is("you")
                        && words.from(i + 2).tokens().stream().anyMatch(token -> token.isOneOf(SAVING)));
    }

    private static Optional<Proposal> change(Turn turn, Subject subject) {
        EntityView entity = subject.target().entity();
        for (FieldType type : ADDRESSES) {
            List<FieldSpec> fields = entity.fields().stream()
                    .filter(field -> field.type() == type)
                    .toList();
            for (int i = 0; fields.size() == 1 && i < turn.words().size(); i++) {
                FieldSpec field = fields.get(0);
                int at = i;
                int tokens = isAddress(turn.words().at(i))
                        ? turn.values().leading(field, turn.words().from(i))
                        : 0;
                Phrase said = turn.words().sub(at, at + tokens).stopless();
                boolean plain = tokens > 0
                        && (type != FieldType.PHONE || said.text().length() >= PHONE_CHARS_MIN)
                        && IntStream.range(0, turn.words().size())
                                .filter(word -> word < at || word >= at + tokens)
                                .filter(word -> !subject.words().get(word))
                                .allMatch(word ->
                                        isBeside(turn, entity, turn.words().at(word)));
                if (plain) {
                    return given(turn, subject, field, said);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> given(Turn turn, Subject subject, FieldSpec field, Phrase said) {
        try {
            Values values = Values.none().with(field.key(), turn.values().read(field, said));
            return Optional.of(Changes.of(turn, subject.target(), values));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static boolean isBeside(Turn turn, EntityView entity, Token token) {
        Set<String> labels = Stream.concat(
                        Stream.of(entity.label()),
                        entity.fields().stream()
                                .filter(field -> ADDRESSES.contains(field.type()))
                                .map(FieldSpec::label))
                .flatMap(label -> turn.schema().stems(label).stream())
                .collect(Collectors.toSet());
        String word = token.word().endsWith(".")
                ? token.word().substring(0, token.word().length() - 1)
                : token.word();
        return token.isMark()
                || BESIDE.contains(word)
                || NAMING.contains(word)
                || token.is("?")
                || labels.contains(Names.singular(word));
    }
}
