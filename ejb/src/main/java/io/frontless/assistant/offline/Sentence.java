package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in tokens, without its courtesies and final punctuation.
 *
 * @param question whether it ends in a question mark: what is asked is never done
 */
record Sentence(Phrase words, boolean question) {

    private static final Pattern TOKEN =
            Pattern.compile("#(?=\\d)|\"(?<double>[^\"]*)\"|“(?<curly>[^”]*)”|«(?<angle>[^»]*)»"
                    + "|(?<![\\p{L}\\p{N}])'(?<single>[^']+)'(?![\\p{L}\\p{N}])"
                    + "|(?<possessive>['’]s(?![\\p{L}\\p{N}])|(?<=s)['’](?= ))|(?<arrow>->|→)"
                    + "|(?<word>https?://[^\\s\"”»,;]++"
                    + "|(?:[^\\s,;:=()\"“”«»?!'’<>]|(?<=\\d)[,:](?=\\d)|['’](?!s(?![\\p{L}\\p{N}]))(?=\\p{L}))++)"
                    + "|(?<symbol>[<>!]=|\\S)");

    /** Words of a question written in haste, without the apostrophe. */
    private static final Set<String> UNMARKED = Set.of("whats", "whos", "wheres", "whens", "hows");

    /** What is asked of the planner itself is a command. */
    private static final List<Form> ASKED =
            List.of(Form.of("[please] can|could|would|will you|u <rest>"), Form.of("can|could we|i please <rest>"));

    /** “Can I have a draft invoice R-0069 for …?” asks for something new where it is told what it is called. */
    private static final List<Form> HAVING = List.of(
            Form.of("[please] can|could|may we|i [please] have|get|order|book a|an|another [new] <thing>"),
            Form.of("i'd|i’d|we'd|we’d like|need [to] [have|get] a|an|another [new] <thing>"),
            Form.of("i|we would like [to] [have|get] a|an|another [new] <thing>"));

    private static final Set<String> SHOWN = Set.of(
            "look",
            "list",
            "view",
            "peek",
            "overview",
            "summary",
            "glance",
            "copy",
            "report",
            "history",
            "table",
            "total",
            "breakdown");

    private static final Form ASKED_AFTER = Form.of(Courtesies.ASKED_AFTER);
    private static final Set<String> AFTER = Set.of("please", "thanks", ",", "?", "!", "thx");
    private static final Set<String> ABBREVIATIONS =
            Set.of("inc.", "ltd.", "co.", "corp.", "str.", "bros.", "st.", "jr.");

    /** Reads a sentence; quotes that are opened and not closed are refused, since one could not tell data from words. */
    static Sentence read(String text) {
        List<Token> tokens = tokens(text);
        if (tokens.stream().anyMatch(token -> token.is("\"") || token.is("“") || token.is("«"))) {
            throw Unclear.say("A quotation mark is opened and not closed.");
        }
        tokens = new ArrayList<>(
                Courtesies.withoutClosing(new Phrase(text, List.copyOf(tokens))).tokens());
        boolean question = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("?");
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isOneOf(AFTER)) {
            tokens.remove(tokens.size() - 1);
        }
        dropFinalStop(tokens);
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isOneOf(AFTER)) {
            tokens.remove(tokens.size() - 1);
        }
        Phrase whole = new Phrase(text, List.copyOf(tokens));
        Optional<Phrase> added = added(whole);
        boolean asked = added.isPresent()
                || !Form.matches(ASKED, last(whole)).isEmpty()
                || !ASKED_AFTER.matches(last(whole)).isEmpty();
        return new Sentence(added.orElseGet(() -> Courtesies.without(whole)), question && !asked);
    }

    /** The same as a command to add it. */
    private static Optional<Phrase> added(Phrase words) {
        return HAVING.stream()
                .flatMap(form -> form.matches(words).stream())
                .map(match -> match.the("thing"))
                .filter(thing -> !thing.startsWithOneOf(SHOWN)
                        && thing.tokens().stream().anyMatch(token -> token.quoted() || Description.isNumber(token)))
                .findFirst()
                .map(thing -> words.to(0).then("add").joined(thing));
    }

    /** The last of several sentences, which alone has the question mark. */
    private static Phrase last(Phrase words) {
        int start = words.size();
        while (start > 0 && !words.at(start - 1).text().matches(".*\\p{Ll}\\.")) {
            start--;
        }
        return start == words.size() ? words : words.from(start);
    }

    private static void dropFinalStop(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        Token last = tokens.remove(tokens.size() - 1);
        String text = last.text();
        if (last.kind() == Token.Kind.WORD && text.endsWith(".") && !last.isOneOf(ABBREVIATIONS)) {
            String kept = text.replaceAll("\\.+$", "");
            last = new Token(last.kind(), kept, last.start(), last.start() + kept.length());
        }
        if (!last.text().isEmpty() || last.quoted()) {
            tokens.add(last);
        }
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (UNMARKED.contains(matcher.group().toLowerCase(Locale.ROOT))) {
                tokens.addAll(withMark(matcher));
            } else if (!matcher.group().equals("#")) {
                tokens.add(token(matcher));
            }
        }
        return joined(tokens);
    }

    /** “Whats” is “what's”. */
    private static List<Token> withMark(Matcher matcher) {
        String word = matcher.group();
        int end = matcher.end() - 1;
        return List.of(
                new Token(Token.Kind.WORD, word.substring(0, word.length() - 1), matcher.start(), end),
                new Token(Token.Kind.SYMBOL, "'s", end, matcher.end()));
    }

    /** “As well as” joins like “and”, and so does “&” before a number of something; in names it is a part of them. */
    private static List<Token> joined(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("&") && tokens.get(i + 1).looksLikeId()) {
                tokens.set(i, and(tokens.get(i)));
            }
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean and = tokens.get(i).is("as")
                    && tokens.get(i + 1).is("well")
                    && tokens.get(i + 2).is("as");
            if (and) {
                Token as = tokens.get(i);
                tokens.subList(i + 1, i + 3).clear();
                tokens.set(i, and(as));
            }
        }
        return tokens;
    }

    private static Token and(Token said) {
        return new Token(Token.Kind.WORD, "and", said.start(), said.end());
    }

    /** How words are written in haste. */
    private static final Map<String, String> HASTE = Map.ofEntries(
            Map.entry("arent", "aren't"),
            Map.entry("isnt", "isn't"),
            Map.entry("dont", "don't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("didnt", "didn't"),
            Map.entry("wasnt", "wasn't"),
            Map.entry("werent", "weren't"),
            Map.entry("havent", "haven't"),
            Map.entry("hasnt", "hasn't"),
            Map.entry("cant", "can't"),
            Map.entry("wont", "won't"),
            Map.entry("cn", "can"),
            Map.entry("w/o", "without"),
            Map.entry("w/", "with"),
            Map.entry("r", "are"),
            Map.entry("und", "and"));

    private static Token token(Matcher matcher) {
        for (String quotes : List.of("double", "curly", "angle", "single")) {
            String inside = matcher.group(quotes);
            if (inside != null) {
                return new Token(Token.Kind.QUOTED, inside.strip(), matcher.start(), matcher.end());
            }
        }
        if (matcher.group("possessive") != null) {
            return new Token(Token.Kind.SYMBOL, "'s", matcher.start(), matcher.end());
        }
        if (matcher.group("arrow") != null) {
            return new Token(Token.Kind.SYMBOL, "->", matcher.start(), matcher.end());
        }
        Token.Kind kind = matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL;
        String word = HASTE.getOrDefault(matcher.group(), matcher.group());
        return new Token(kind, word, matcher.start(), matcher.end());
    }
}
