package io.frontless.assistant.offline;

import io.frontless.access.control.MemberView;
import io.frontless.access.control.RoleView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the members and roles that words mean; who gets which rights is never guessed, so misspellings find nobody. */
record MemberFinder(Turn turn) {

    private static final Set<String> THING = Set.of("member", "user", "colleague");
    private static final Set<String> AUTHOR = Set.of("me", "myself");

    /** The member of this name, e-mail address or, as long as only one has it, first or last name. */
    Optional<MemberView> member(Phrase said) {
        return among(turn.request().people().get().members(), said);
    }

    /** The same among those who left or were removed. */
    Optional<MemberView> former(Phrase said) {
        return among(turn.request().people().get().former(), said);
    }

    /** “Lena”, “Lena and Omar”: all of them are members; empty where one is not. */
    List<MemberView> members(Phrase said) {
        List<Optional<MemberView>> found =
                said.split(Set.of(",", "and", "&")).stream().map(this::member).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** The role that is called so. */
    Optional<RoleView> role(Phrase said) {
        Phrase name = said.bare();
        return turn.request().people().get().roles().stream()
                .filter(role -> Names.same(role.role().label(), name.text()))
                .findFirst();
    }

    private Optional<MemberView> among(List<MemberView> members, Phrase said) {
        Phrase bare = said.bare();
        Phrase name = bare.size() > 1 && bare.startsWithOneOf(THING) ? bare.from(1) : bare;
        if (name.size() == 1 && name.startsWithOneOf(AUTHOR)) {
            return members.stream()
                    .filter(member ->
                            member.accountId().equals(turn.request().author().id()))
                    .findFirst();
        }
        String text = name.text();
        List<MemberView> whole = members.stream()
                .filter(member ->
                        member.name().equalsIgnoreCase(text) || member.email().equalsIgnoreCase(text))
                .toList();
        Predicate<MemberView> part =
                member -> Arrays.stream(member.name().split("\\s+")).anyMatch(text::equalsIgnoreCase);
        List<MemberView> found = whole.isEmpty() ? members.stream().filter(part).toList() : whole;
        if (found.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be several members. Which one?".formatted(text),
                    found.stream()
                            .limit(4)
                            .map(member -> name.sentenceWith(member.email()))
                            .toList());
        }
        return found.stream().findFirst();
    }
}
