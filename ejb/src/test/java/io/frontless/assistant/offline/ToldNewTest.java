package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New records and questions that are told in no form of their own. */
final class ToldNewTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking | new hot desk Desk 12 on floor 2, 9 an hour, 1 seat => add Space | Floor=2 | Hourly rate=9 | Kind=desk | Name=Desk 12 | Seats=1
                    coworking | register Tove Larsen on a day pass, joined today, no key card => add Member | Name=Tove Larsen | Plan=day pass | Joined=2026-10-01 | Key card=no
                    vet       | put Sheldon down for a check-up with Owen on Friday at 9:00, V-90 => add Visit | Animal=Sheldon | Day=2026-10-02 | Reason=check-up | Time=09:00 | Vet=Owen Pryce | Visit no=V-90
                    itsupport | new laptop LT-90 for Iris Novak, model Nova 8 => add Device | Kind=laptop | Model=Nova 8 | Tag=LT-90 | User=Iris Novak
                    dentist   | new patient Rob Finn, private, born 12 March 1980, patient of Priya => add Patient | Born on=1980-03-12 | Dentist=Priya Raman | Insurance=private | Name=Rob Finn
                    dentist   | Put Dora Lang on the patient list with public insurance, I am her dentist => add Patient | Name=Dora Lang | Insurance=public | Dentist=Priya Raman
                    """)
    void addsWhatIsSeenToBeNewByItsNounItsNameOrItsNumber(String said, String outcome) {
        assertThat(in(said)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking | cancel booking BK-299 => ask
                    coworking | the new booking BK-299 was cancelled => ask
                    coworking | BK-299 Cedar => ask
                    coworking | Cedar got a new projector => ask
                    coworking | Caro Jansen is our new host => ask
                    coworking | Joe Blunt asked whether he could get a new key card => ask
                    itsupport | make T-700 high => ask
                    vet       | Rex was a dog we had in 2019 => ask
                    vet       | V-95 for Sheldon was cancelled => ask
                    vet       | don't add a new owner Paul Kent => ask
                    vet       | if Sheldon is ill add a visit V-95 => ask
                    dentist   | Rob Finn, a new patient, cancelled => ask
                    dentist   | a new patient complained about the waiting time => ask
                    optician  | a new customer phoned => ask
                    optician  | new order from Derek Osei arrived => ask
                    optician  | new customer Anna Bell phoned => ask
                    optician  | Sonja Ek, our new receptionist, called => ask
                    bikes     | Paula has a week off => ask
                    cleaning  | INV-87 goes out today, due in 30 days => ask
                    """)
    void addsNothingThatMayBeThereOrOfWhichAPartIsNotUnderstood(String said, String outcome) {
        assertThat(in(said)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    library   | who borrowed Dune => list Member: Ada King, Cleo Park
                    itsupport | I messed up, please undo my last two changes => undo last 2
                    itsupport | ups, wrong one! go back one step => undo last
                    itsupport | hmm no, that was wrong, put it back the way it was => undo last
                    """)
    void answersWhatIsAskedInOtherWords(String said, String outcome) {
        assertThat(in(said)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String in(String said) {
        String[] parts = said.split("\\|", 2);
        return Outcomes.of(parts[0].strip(), parts[1].strip());
    }
}
