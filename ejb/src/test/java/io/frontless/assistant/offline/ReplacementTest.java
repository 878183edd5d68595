package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record that is added instead of another. */
final class ReplacementTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    payroll => delete PS-508 and create PS-511 for Karla Mertens instead, pay date 31 October, gross 2480 => add Payslip | Employee=Karla Mertens | Gross=2480 | Pay date=2026-10-31 | Slip no=PS-511 ; delete Payslip: PS-508
                    pianos => delete 3005 and open 3009 for PN-24 instead, task "Replace pedal lyre" => add Repair | Instrument=PN-24 | Order no=3009 | Task=Replace pedal lyre ; delete Repair: 3005
                    waterlab => delete T-76 and add T-83 in its place, nitrate, on W-504, for Nina Vogt => add Test | Analyst=Nina Vogt | Parameter=nitrate | Sample=W-504 | Test no=T-83 ; delete Test: T-76
                    deskshare => delete B-207 and don't add B-212 instead => ask
                    deskshare => delete B-207 and maybe add B-212 instead for Bea Lindqvist => ask
                    deskshare => delete B-207 and add a note instead => ask
                    deskshare => delete B-207 and add B-208 instead => ask
                    """)
    void addsOneOfTheSameKind(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
