package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told in another way than a change would give it. */
final class OtherNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homecare: Walter Thiel has been raised to care level 5",
                "homecare: from now on Samuel Osei works 5 hours a week less",
                "homecare: give V-206 to Samuel Osei and make it an hour",
                "laundry: weight of B-206 is minus 40 kg",
                "parking: make every electrical contractor a preferred one",
                "laundry: put all the clients in the Harbour and Centre districts on hold",
                "musicschool: ls-405 room b",
                "roastery: Café Morgen's discount goes two points up by and by",
                "trials: Halden adds 20k to the budget of DERMA-1",
                "ridingstable: he goes to box 11 and is shod now",
                "dentist: mail anna@new.example about Anna Moser",
                "antiques: lots without buyer go to Pym Estate",
                "campsite: confirmed stays are checked in",
                "itsupport: open tickets go to Aisha on Mondays",
                "homecare: Samuel lost his driving licence test",
                "stonemason: give Declan's visits to me, also the one that has nobody"
            })
    void isAskedAbout(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    homecare: raise the weekly hours of Samuel Osei to 35 => set Carer: Samuel Osei | Weekly hours=35
                    homecare: give V-206 to Samuel Osei => set Visit: V-206 | Carer=Samuel Osei
                    musicschool: LS-404 and LS-406 change rooms with each other => set Lesson: LS-404 | Room=Hall ; set Lesson: LS-406 | Room=Room B
                    ridingstable: reschedule all treatments that are planned but overdue to 5 October => set Treatment: V-13 | Planned for=2026-10-05
                    musicschool: room of LS-405: Room B => set Lesson: LS-405 | Room=Room B
                    boatyard: jobs need another date field, call it "Picked up on" => schema field.create job picked_up_on
                    """)
    void isGivenWhereItIsTold(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String said(String sentence) {
        int colon = sentence.indexOf(':');
        return Outcomes.of(sentence.substring(0, colon), sentence.substring(colon + 2));
    }
}
