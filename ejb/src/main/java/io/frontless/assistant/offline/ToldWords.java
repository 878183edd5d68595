package io.frontless.assistant.offline;

import java.util.Map;
import java.util.Set;

/** Words that tell which way something is to change, and which leave a sentence in doubt. */
final class ToldWords {

    static final Set<String> NOT = Words.listed(
            "not isn't isn’t isnt aren't aren’t arent wasn't wasn’t wasnt weren't weren’t doesn't doesn’t doesnt don't don’t"
                    + " didn't didn’t hasn't hasn’t haven't haven’t won't won’t can't can’t cant cannot no never without nobody");

    static final Set<String> UP = Words.listed(
            "more extra another additional further later longer higher dearer plus up raise raises"
                    + " raised increase increases add adds added postpone delay extend push on + rise rises put shift postponed delayed");

    static final Set<String> DOWN =
            Words.listed("less fewer off earlier sooner shorter lower cheaper minus down reduce reduces lowers"
                    + " cut cuts take subtract deduct knock decrease forward -");

    /** What stands right after a number that is more or less, and no value. */
    static final Set<String> COMPARED =
            Words.listed("more less fewer off extra additional later earlier sooner longer shorter dearer"
                    + " cheaper higher lower further up down");

    /** What stands right before one. */
    static final Set<String> BY = Words.listed("by another extra additional further plus minus up down + -");

    static final Map<String, Integer> TIMES =
            Map.of("double", 100, "twice", 100, "triple", 200, "halve", -50, "half", -50);

    /** What empties a field. */
    static final Set<String> CLEARING = Words.listed("clear empty wipe blank erase unset none nothing nobody");

    /** What makes it no request, or one with a condition that is not read here. */
    static final Set<String> DOUBTFUL = Words.listed(
            "if unless whether although though despite might may maybe perhaps probably possibly presumably apparently supposedly"
                    + " suppose supposing imagine pretend assume nearly almost hardly or except excepted excepting excluding besides half"
                    + " ought seem seems seemed why how when who whom eventually sometime someday shortly"
                    + " otherwise else unlike ? swap exchange undo redo");

    /** What takes back or limits what was said before it. */
    static final Set<String> LIMITING =
            Words.listed("only but until first wait forget ignore instead joke kidding example yet");

    static final Set<String> PREPOSITIONS =
            Words.listed("to of for on in at by with from as into onto per via over under about");

    static final Set<String> BEING = Words.listed(
            "is are be been become becomes became get gets got now = : -> 's means count counts say says read reads"
                    + " stays remain should shall must go goes have has had getting becoming turn turns turned like likes signed being move moves switch switches came comes");

    static final Set<String> DOING = Words.listed(
            "take takes do does handle handles lead leads run runs drive drives manage manages own owns keep keeps get gets"
                    + " become becomes be cover covers look looks see care cares teach teaches");

    static final Set<String> GOING =
            Words.listed("is are going will shall should can must to has have now also gladly then be");

    static final Set<String> ARTICLES =
            Words.listed("a an the his her its their our my that this any now also just already again then finally");

    /** What carries nothing where something is told. */
    static final Set<String> LIGHT =
            Words.listed("any want wants wanted could would like likes can last lasts which where counts count"
                    + " says reads means mean really simply after all together still leave leaves allow grant reset keep let stay money"
                    + " time thing entry none of been actually promised promise agreed good valid number address present current"
                    + " counted counting what hm well away alone simply");

    static final Set<String> THEM = Words.listed(
            "it its he she they them him her his their theirs both these those this that all there one ones");

    private ToldWords() {}
}
