package io.frontless.assistant.offline;

import java.util.Map;
import java.util.Set;

/** Words that tell which way something is to change, and which leave a sentence in doubt. */
final class ToldWords {

    static final Set<String> NOT = Words.listed(
            "not isn't isn’t isnt aren't aren’t arent wasn't wasn’t wasnt weren't weren’t doesn't doesn’t doesnt don't don’t"
                    + " didn't didn’t hasn't hasn’t haven't haven’t won't won’t can't can’t cant cannot needn't needn’t no never without nobody");

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

    static final Map<String, Integer> TIMES = Map.of(
            "double", 100, "doubles", 100, "doubling", 100, "twice", 100, "triple", 200, "halve", -50, "half", -50);

    /** What empties a field. */
    static final Set<String> CLEARING = Words.listed("clear empty wipe blank erase unset none nothing nobody");

    /** What asks for that, beside what only tells that there is none. */
    static final Set<String> EMPTYING = Words.listed("clear empty wipe blank erase unset take");

    /** What somebody has done who lives elsewhere now. */
    static final Set<String> SETTLING = Words.listed("moved relocated lives resides");

    static final Set<String> SINCE = Words.listed("has have 's is are just");

    /** What makes it no request, or one with a condition that is not read here. */
    static final Set<String> DOUBTFUL = Words.listed(
            "if unless whether although though despite might may maybe perhaps probably possibly presumably apparently supposedly"
                    + " suppose supposing imagine pretend assume nearly almost hardly or except excepted excepting excluding besides half"
                    + " ought seem seems seemed why how when who whom eventually sometime someday shortly soon"
                    + " otherwise else unlike ? swap exchange undo redo");

    /** What takes back or limits what was said before it. */
    static final Set<String> LIMITING =
            Words.listed("only but until first wait forget ignore instead joke kidding example yet");

    static final Set<String> PREPOSITIONS =
            Words.listed("to of for on in at by with from as into onto per via over under about");

    static final Set<String> BEING = Words.listed(
            "is are be been become becomes became get gets got now = : -> 's means count counts say says read reads"
                    + " stays remain should shall must go goes have has had getting becoming turn turns turned like likes signed being move moves switch switches came comes"
                    + " upgraded upgrades upgrade downgraded downgrades downgrade promoted promotes lowered certified classified rated");

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
                    + " counted counting place negotiated til what hm well away alone simply"
                    + " book marked flagged ticked incl incl. including normal ordinary");

    /** What tells that something was not right, and not what is. */
    static final Set<String> MISTAKEN =
            Words.listed("wrong wrongly incorrect incorrectly typed mistyped mistake typo error"
                    + " misspelt misspelled spelt misread misheard");

    /** What is not to be kept by that. */
    static final Set<String> GONE = Words.listed("dead outdated obsolete invalid wrong");

    /** What follows a number and says only of what it counts. */
    static final Set<String> UNITS =
            Words.listed("kg kilo kilos g grams t ton tons tonne tonnes m metre metres meter meters m² sqm km"
                    + " l litre litres piece pieces pcs copy copies copys bottle bottles box boxes crate crates pallet pallets bag bags"
                    + " sheet sheets roll rolls pack packs packet packets can cans tin tins jar jars carton cartons bar bars pair pairs"
                    + " point points percent. units unit people guests");

    static final Set<String> THEM = Words.listed(
            "it its he she they them him her his their theirs both these those this that all there one ones");

    private ToldWords() {}
}
