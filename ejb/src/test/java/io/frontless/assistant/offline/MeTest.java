package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks is the record of that name, where a table has one. */
final class MeTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    my timesheets => list Timesheet: TS-505
                    engagements that I lead => list Engagement: Store Rollout
                    invoices of my engagements => list Invoice: INV-0089, INV-0093
                    assign Tariff Study to me => set Engagement: Tariff Study | Lead=Esther Blom
                    I will lead the Tariff Study myself. => set Engagement: Tariff Study | Lead=Esther Blom
                    set the consultant of TS-506 to me => set Timesheet: TS-506 | Consultant=Esther Blom
                    add timesheet TS-510 for me on Store Rollout, 2.5 hours => add Timesheet | Sheet no=TS-510 | Consultant=Esther Blom | Engagement=Store Rollout | Hours=2.5
                    my clients => list Client:
                    """)
    void isMeantByMeMyAndI(String sentence, String outcome) {
        assertThat(Outcomes.of("consultancy", sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
