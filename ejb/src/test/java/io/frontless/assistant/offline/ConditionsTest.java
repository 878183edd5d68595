package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that questions and changes of many share, by what they find in a garage. */
final class ConditionsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cars whose inspection has run out => list Car: UL-BC 7
                    cars whose inspection runs out next month => list Car: UL-NF 12
                    customers with more than one car => list Customer: Baker Cabs
                    customers with fewer than 2 cars => list Customer: Hill Dairy, Nina Falk, Otto Reis
                    upcoming jobs => list Job: J-805, J-806
                    jobs booked for tuesday or on 15 October => list Job: J-805, J-806
                    which job comes next? => top Job: J-805
                    jobs that are done but unpaid => list Job: J-802
                    I'm looking for jobs with a bill between 100 and 350 => list Job: J-801, J-802
                    bill of unpaid jobs, together => value 1405
                    delete the jobs that are done but unpaid => delete Job: J-802
                    """)
    void findsThoseMeant(String sentence, String outcome) {
        Workspace workspace = Corpus.read("garage").workspace("");
        assertThat(Outcomes.normal(new Outcomes(workspace).of(workspace.propose(sentence))))
                .isEqualTo(Outcomes.normal(outcome));
    }
}
