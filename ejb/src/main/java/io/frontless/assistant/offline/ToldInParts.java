package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Parts what tells several things, of which each is a change by itself: “J-208 done, Green Van not in repair, and while you are at it delete J-210”. A word
 * that joins may as well stand inside of one of them, so it is parted where each part makes sense.
 *
 * @param one reads a part
 */
record ToldInParts(Turn turn, Function<Turn, Optional<Proposal>> one) {

    private static final Set<String> JOINS = Set.of(",", ";", "and", "then", "also", "plus", "-", "–");

    /** Places where a sentence may be parted: with more, too many ways would have to be tried. */
    private static final int JOINTS_MAX = 9;

    /** Where a part may end, and the next begins. */
    private record Joint(int end, int next) {}

    /** The parts; empty where there is no way to part it, or something would be left. */
    Optional<List<Phrase>> parts() {
        List<Phrase> points = Enumeration.points(turn.words());
        if (!points.isEmpty()) {
            return Optional.of(points);
        }
        List<Joint> joints = joints();
        return joints.isEmpty() || joints.size() > JOINTS_MAX ? Optional.empty() : from(0, joints, List.of());
    }

    private List<Joint> joints() {
        Phrase words = turn.words();
        List<Joint> joints = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            int next = i;
            while (next < words.size() && words.at(next).isOneOf(JOINS)) {
                next++;
            }
            if (next < words.size() && (next > i || endsSentence(words, i))) {
                joints.add(new Joint(i, next));
            }
            i = Math.max(i, next);
        }
        // “J-505 is done and paid, J-506 goes to Dean”: a word alone belongs to what is before it.
        List<Joint> all = List.copyOf(joints);
        joints.removeIf(joint -> words.at(joint.next() - 1).is("and")
                && Words.isPast(words.at(joint.next()).text())
                && all.stream().anyMatch(next -> next.end() - joint.next() == 1));
        return joints;
    }

    /** What a full stop ends, where the next begins like a sentence. */
    private static boolean endsSentence(Phrase words, int next) {
        Token last = words.at(next - 1);
        return last.isWord()
                && last.text().matches(".*[\\p{Ll}\\d]\\.")
                && (words.at(next).quoted() || words.at(next).text().matches("\\p{Lu}.*"));
    }

    /** The parts from here on; short ones are tried before longer ones. */
    private Optional<List<Phrase>> from(int start, List<Joint> joints, List<Mention> mentioned) {
        for (Joint joint : joints) {
            Optional<List<Phrase>> rest = joint.end() <= start
                    ? Optional.empty()
                    : with(part(start, joint.end()), mentioned, about -> from(joint.next(), joints, about));
            if (rest.isPresent()) {
                return rest;
            }
        }
        boolean whole = start == 0;
        return whole
                ? Optional.empty()
                : with(part(start, turn.words().size()), mentioned, about -> Optional.of(List.of()));
    }

    private Phrase part(int start, int end) {
        return Courtesies.without(turn.words().sub(start, end)).stopless();
    }

    /** This part and those after it, which know what it was about. */
    private Optional<List<Phrase>> with(
            Phrase part, List<Mention> mentioned, Function<List<Mention>, Optional<List<Phrase>>> rest) {
        return change(part, mentioned)
                .map(change -> new Steps(turn.request().records()).add(change))
                .flatMap(rest)
                .map(more -> {
                    List<Phrase> parts = new ArrayList<>(List.of(part));
                    parts.addAll(more);
                    return parts;
                });
    }

    private Optional<Proposal.Change> change(Phrase part, List<Mention> mentioned) {
        try {
            return one.apply(turn.part(part, mentioned))
                    .filter(Proposal.Change.class::isInstance)
                    .map(Proposal.Change.class::cast);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }
}
