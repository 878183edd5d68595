package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Records that are to be deleted, said without “delete”: “away with V-79”, “take him out of our records”, “O-508 can be thrown away”. */
final class AwayReading implements Reading {

    private static final String BE = "can|should|shall|must [all] [now] be";
    private static final String HAVE = "has|have|needs|need to be";
    private static final String DELETED = "deleted|removed|erased|binned|discarded|destroyed|trashed|purged|scrapped";
    private static final List<Form> FORMS = List.of(
            Form.of("chuck|ditch <target> out|away"),
            Form.of("chuck|ditch out|away <target>"),
            Form.of("chuck|ditch <things>"),
            Form.of("away|off with <target>"),
            Form.of("take|strike <target> off|from [the|our|my|your] <place>"),
            Form.of("kick|throw|chuck <target> out"),
            Form.of("kick|throw|chuck out <target>"),
            Form.of("take|throw|kick|chuck|get <target> out of [the|our|my|your] <place>"));

    /** What may as well tell how records are, where they can be “removed”. */
    private static final List<Form> SAID = List.of(
            Form.of("<target> " + BE + " <deleted> [now]"),
            Form.of("<target> can|should [both|all] be <deleted> [now]"),
            Form.of("<target> can|should be <deleted> from|off [the|our|my|your] <place>"),
            Form.of("<target> can|should|must [all|both] go in|into the bin|trash|rubbish|dustbin"),
            Form.of("<target> " + HAVE + " <deleted>"),
            Form.of("<target> " + BE + " thrown|tossed|cleared|chucked away|out"),
            Form.of("<target> " + HAVE + " thrown|tossed|cleared|chucked away|out"),
            Form.of("<target> " + BE + " struck|taken off|from [the|our|my|your] <place>"),
            Form.of("<those> can|may|must|should|shall go [now]"),
            Form.of("<those> has|have to go [now]"),
            Form.of("have|get <target> <deleted>"),
            Form.of("<target> : delete|remove|erase|bin [them|it|him|her]"));

    /** What begins a noun: “Chuck Berry” is a name. */
    private static final Set<String> THESE = Set.of("the", "all", "every", "each", "that", "this", "these", "those");

    /** What else would make a request doubtful tells here which records are meant. */
    private static final Set<String> SURE = Set.of(
            "can",
            "may",
            "or",
            "whichever",
            "which",
            "who",
            "whose",
            "without",
            "but",
            "except",
            "never",
            "nothing",
            "whatever",
            "whoever");

    private static final Set<String> DELETED_WORDS = Set.of(DELETED.split("\\|"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question() || !words.tokens().stream().allMatch(AwayReading::isSure)) {
            return Optional.empty();
        }
        for (Match match : Form.matches(FORMS, words)) {
            Optional<Proposal> deleted = deleted(turn, match);
            if (deleted.isPresent()) {
                return deleted;
            }
        }
        for (Match match : Form.matches(SAID, words)) {
            boolean deletes = !match.has("deleted") || isDeletion(turn, match.the("deleted"));
            Optional<Proposal> deleted = deletes ? deleted(turn, match) : Optional.empty();
            if (deleted.isPresent()) {
                return deleted;
            }
        }
        return Optional.empty();
    }

    /** “Can” tells here that it is to be done. */
    private static boolean isSure(Token token) {
        return token.isOneOf(SURE) || !Light.isDoubtful(token);
    }

    /** “Removed”, where that is no state that something of the workspace can have. */
    private static boolean isDeletion(Turn turn, Phrase said) {
        return said.size() == 1
                && said.at(0).isOneOf(DELETED_WORDS)
                && turn.schema().entities().stream()
                        .allMatch(entity -> turn.schema().states(entity, said).isEmpty());
    }

    private static Optional<Proposal> deleted(Turn turn, Match match) {
        if (match.has("place") && !DeleteRecordReading.isWhereItStands(turn, match)) {
            return Optional.empty();
        }
        String part =
                Stream.of("things", "those").filter(match::has).findFirst().orElse("target");
        Phrase said = match.the(part);
        boolean name = !part.equals("target") && !said.startsWithOneOf(THESE);
        return name
                ? Optional.empty()
                : turn.targets()
                        .find(said, entity -> true)
                        .map(found -> DeleteRecordReading.deleted(turn, found, said));
    }
}
