package io.frontless.assistant.offline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which words carry nothing of a request, and which make it doubtful that there is one. */
final class Light {

    /** Words that join others, stand for others, or only tell that something is to be so. */
    private static final Set<String> WHICH = Set.of("he", "she", "they", "i", "we", "you", "that", "which", "who");

    private static final Set<String> JOINING = Words.listed(
            "a an the this that these those it its his her hers their theirs he she him they them there here"
                    + " i we you me my our your us one ones of to for on in at by with from as into onto per via and also then so plus is are be being am"
                    + " has have having do does will shall should must get gets getting go goes going become becomes becoming need needs now again just"
                    + " please pls plz kindly still already finally today's today new current self both morning afternoon evening moment noon full sure rest all each every such"
                    + " i'm i’m i'll i’ll it's it’s that's that’s they're we'll let's yes ok okay thanks thx about up over out off down instead only");

    /** Verbs that only say that something is to change, or to be written down. */
    private static final Set<String> CHANGING =
            Words.listed("set change update edit put make correct mark flag switch turn move assign reassign give hand"
                    + " allocate transfer adjust amend revise fix enter note record register write log tick let use appoint reschedule pass bring"
                    + " read reads call arrange plan schedule save take start send replace"
                    + " moves moved shifts shifted slips slipped changes changed switches switched turns takes became");

    /** What makes a sentence no request, wherever it stands. */
    private static final Set<String> DOUBTFUL = Words.listed(
            "if unless whether although though despite whereas might may maybe perhaps probably possibly presumably apparently supposedly"
                    + " allegedly reportedly hopefully suppose supposing imagine hypothetically pretend assume nearly almost hardly barely scarcely would could"
                    + " can can't cannot couldn't wouldn't shouldn't mustn't or nor either neither why how when where whom except but"
                    + " unlike besides without lest ought seem seems seemed never who what which whose exception excluding excepting excepted soon eventually sometime someday shortly wherever whoever whatever same never nobody nothing none no-one");

    /** Adverbs that deny, or put off. */
    private static final Set<String> HOLDING =
            Words.listed("not later earlier afterwards someday sometimes rarely seldom no instead otherwise again");

    /** Words of a question. */
    private static final Set<String> ASKING = Words.listed(
            "what which who how when where whose many much any anything everything is are does do did tell see look find want like know");

    /** What tells how much is paid for something. */
    private static final Set<String> PRICING = Set.of("cost", "costs", "pay", "pays", "earn", "earns");

    /** What tells of the past: only with a request beside it is it to be written down. */
    private static final Set<String> PAST = Words.listed(
            "was were been had did wasn't weren't hadn't didn't yet before ago used yesterday since previously formerly ever");

    /** Deeds that undo, hinder or put off what stands beside them. */
    private static final Set<String> HINDERING = Words.listed(
            "fail avoid stop cease quit lack miss prevent try attempt wait keep leave lift drop withdraw"
                    + " revoke reverse undo revert end release waive suspend resume restore skip hold forbid ban deny refuse decline ignore forget stay"
                    + " remain delete remove erase destroy cancel clear lose return exclude spare save protect threaten offer ask consider happen");

    /** Long words that join others; in shorter ones a slip makes another word. */
    private static final List<String> SLIPPING = Stream.of(JOINING, CHANGING)
            .flatMap(Set::stream)
            .filter(word -> word.length() > 4)
            .toList();

    private Light() {}

    static boolean isJoining(Token token) {
        return token.isOneOf(JOINING);
    }

    static boolean isChanging(Token token) {
        return token.isOneOf(CHANGING);
    }

    static boolean isDoubtful(Token token) {
        return token.isOneOf(DOUBTFUL) || (token.isWord() && token.text().endsWith("?"));
    }

    static boolean isPricing(Token word) {
        return word.isOneOf(PRICING);
    }

    static boolean isPast(Token token) {
        return token.isOneOf(PAST);
    }

    /** Whether the word tells of something that happens beside a change and does not question it: “hangs”, “finally”. */
    static boolean isBeside(Token token) {
        return token.isWord()
                && !isDoubtful(token)
                && !isPast(token)
                && !token.isOneOf(HOLDING)
                && !Words.isFormOf(token.text(), HINDERING)
                && !Words.isTalk(token.text())
                && (Words.isAdverb(token.text()) || Words.isDeed(token.text()));
    }

    /** “Shoud”: like a word that joins others, but for a slip. */
    static boolean isMisspelt(Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        return token.isWord()
                && word.length() > 4
                && !Words.isKnown(word)
                && SLIPPING.stream().anyMatch(known -> Names.alike(List.of(known), List.of(word)));
    }

    /** Whether a question is the same without the word. */
    static boolean carriesNothing(Token token) {
        return token.isMark()
                || isJoining(token)
                || isChanging(token)
                || isPast(token)
                || token.isOneOf(ASKING)
                || isBeside(token);
    }

    /** Whether the word, right behind records that are described, tells which of them are meant: “all books he edits”. */
    static boolean isTellingWhich(Token token) {
        return token.isOneOf(WHICH);
    }
}
