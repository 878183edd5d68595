package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sets aside what the records have already, and what they are told not to have. */
record ToldOld(ToldState state, ToldFigures figures) {

    private static final Set<String> NEWS = Set.of("news", "now", "again", "today", "finally");

    /** False where something is told to have been that was not so. */
    boolean isSetAside() {
        for (Told told : List.copyOf(state.left())) {
            if ((told.is(Kind.VALUE) || told.is(Kind.TEXT)) && told.fields().size() == 1) {
                FieldSpec field = told.fields().get(0);
                boolean flag = field.type() == FieldType.BOOLEAN;
                boolean from = isAfter(told, Set.of("from"));
                if (flag && isBack(told) && state.isNow(field, true)) {
                    if (isDenied(told)) {
                        return false;
                    }
                    state.replace(told, told.withValue(false));
                } else if (flag && (from || (isDenied(told) && isOut(told) && !isAfter(told, Set.of("without"))))) {
                    return false;
                } else if (flag && (isDenied(told) || isOut(told))) {
                    state.replace(told, told.withValue(!Boolean.TRUE.equals(told.value())));
                } else if (state.isNow(field, told.value()) && !isAfter(told, Set.of("to", "into"))) {
                    state.setAside(told, field);
                } else if (from) {
                    return false;
                }
            } else if (told.is(Kind.EVENT) && state.isNow(told.fields().get(0), told.value())) {
                state.setAside(told, told.fields().get(0));
            } else if (told.is(Kind.FIGURE)) {
                oldFigure(told).ifPresent(field -> {
                    state.setAside(told, field);
                });
            }
        }
        return true;
    }

    private boolean isAfter(Told told, Set<String> some) {
        int before = before(told);
        return before >= 0 && words().at(before).isOneOf(some);
    }

    /** The word before it, articles passed over; -1 for none. */
    private int before(Told told) {
        int before = told.at() - 1;
        while (before >= 0 && words().at(before).isOneOf(ToldWords.ARTICLES)) {
            before--;
        }
        return before;
    }

    /** “I typed 95 where it should be 59”, “not on Monday”: what it is now, where another is told. */
    private Optional<FieldSpec> oldFigure(Told told) {
        boolean apart =
                isDenied(told) || state.left().stream().anyMatch(other -> !other.equals(told) && other.is(Kind.FIGURE));
        List<FieldSpec> same = apart
                ? told.fields().stream()
                        .filter(field -> isOnDay(field, told)
                                || figures.read(field, told)
                                        .filter(value -> state.isNow(field, value))
                                        .isPresent())
                        .toList()
                : List.of();
        return NewValues.one(same);
    }

    /** “Not on the 14th”, “from the 7th to the 9th of October”: the day of the month on which it is now. */
    private boolean isOnDay(FieldSpec field, Told told) {
        String said = words().sub(told.at(), told.end()).text();
        return Roles.isDate(field)
                && (isDenied(told) || isAfter(told, Set.of("from", "of")))
                && ToldFigures.DAY_ALONE.matcher(said).matches()
                && state.isOnDay(field, Integer.parseInt(said.replaceAll("\\D", "")));
    }

    /** Whether a “not” or “instead of” stands before it. */
    boolean isDenied(Told told) {
        int start = state.clauses().start(told.at());
        for (int i = told.at() - 1; i >= start; i--) {
            if (words().at(i).is("but")) {
                return false;
            }
            if (words().at(i).isOneOf(ToldWords.NOT)) {
                return true;
            }
            boolean instead = words().at(i).isOneOf(Set.of("of", "than"))
                    && i > start
                    && words().at(i - 1).isOneOf(Set.of("instead", "rather"));
            if (instead) {
                return true;
            }
        }
        return told.at() > 1
                && words().at(told.at() - 1).is("longer")
                && words().at(told.at() - 2).is("no");
    }

    /** “Good news, she is back from leave”: told as news, and not of how things are. */
    private boolean isBack(Told told) {
        int before = before(told);
        return before > 0
                && words().at(before).is("from")
                && words().at(before - 1).is("back")
                && (words().tokens().stream().anyMatch(token -> token.isOneOf(NEWS))
                        || words().sentence().toLowerCase(Locale.ROOT).contains(" news"));
    }

    /** “Out of the workshop”, “off the menu”. */
    private boolean isOut(Told told) {
        int before = before(told);
        boolean out = before > 0
                && words().at(before).is("of")
                && words().at(before - 1).is("out");
        return out || isAfter(told, Set.of("off", "without"));
    }

    private Phrase words() {
        return state.words();
    }
}
