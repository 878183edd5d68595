package io.frontless.connection.control;

import java.util.List;
import java.util.Set;

/** What was granted beside what was asked for. */
final class Scopes {

    /** Asks for a refresh token (OpenID Connect Core §11); many providers show that they grant it by the token alone. */
    private static final String OFFLINE = "offline_access";

    private Scopes() {}

    /** What was asked for and not granted. */
    static List<String> missing(List<String> asked, TokenAnswer answer) {
        return answer.scopes()
                .map(granted -> asked.stream()
                        .filter(scope -> !granted.contains(scope) && !scope.equals(OFFLINE))
                        .toList())
                .orElse(List.of());
    }

    /** What was granted beyond it. */
    static List<String> excess(List<String> asked, TokenAnswer answer) {
        return answer.scopes().stream()
                .flatMap(Set::stream)
                .filter(scope -> !asked.contains(scope))
                .sorted()
                .toList();
    }
}
