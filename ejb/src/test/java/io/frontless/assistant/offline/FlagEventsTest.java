package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has happened with what a yes-or-no field is called by. */
final class FlagEventsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    plumbers => Petra Novotna has cancelled her service plan => set Client: Petra Novotna | Service plan=no
                    dancestudio => Emil Roth's mother withdrew the photo consent => set Dancer: Emil Roth | Photo consent=no
                    payroll => Green Fork have revoked their direct debit => set Firm: Green Fork | Direct debit=no
                    deskshare => Carlos Pinto has lost his key card, he is without one now => set Member: Carlos Pinto | Key card=no
                    deskshare => Erik got his key card this morning, pls tick it => set Member: Erik Strand | Key card=yes
                    allotments => Yuki Tanaka picked up her gate key yesterday, please tick that box for her => set Gardener: Yuki Tanaka | Gate key=yes
                    carrental => Bruno Keller has since today a loyalty card => set Renter: Bruno Keller | Loyalty card=yes
                    dairy => Hinterfluh got the organic certificat, please change => set Supplier: Hinterfluh | Organic=yes
                    foodbank => dev passed his first aid course on saturday, yay => set Helper: Dev Patel | First aid=yes
                    escaperooms => hillside school unsubscribed from the newsletter => set Team: Hillside School | Newsletter=no
                    bikes => Ms Fontaine does not wish to receive our newsletter any more => set Customer: Adele Fontaine | Newsletter=no
                    charity => Lidou Market wants no receipt => set Supporter: Lidou Market | Wants receipt=no
                    cleaning => We now hold a key for the Outlet => set Site: Delmont Outlet | Key held=yes
                    bikeshop => Peter Maes joined the club => set Customer: Peter Maes | Club member=yes
                    balloons => Lucie Martin flew before, so first flight is no => set Passenger: Lucie Martin | First flight=no
                    """)
    void readsWhatSomebodyHasFromThenOn(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cateringfirm => the deposit for the rowing club's function has arrived => set Function: FN-63 | Deposit received=yes
                    florist => Lambert-Roux: deposit came in today => set Wedding: Lambert-Roux | Deposit paid=yes
                    archaeology => Permit for Saxon Rise came through this morning! => set Site: Saxon Rise | Permit granted=yes
                    charity => the receipt for D-75 went out today => set Donation: D-75 | Receipt sent=yes
                    campsite => 4105: reminder went out, tick it => set Invoice: 4105 | Reminder sent=yes
                    agency => reminder for INV-305 went out this morning => set Invoice: INV-305 | Reminder sent=yes
                    """)
    void readsWhatHasCome(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    plumbers => Petra Novotna wants to cancel her service plan
                    plumbers => Petra Novotna has not cancelled her service plan
                    plumbers => Petra Novotna says she cancelled her service plan
                    plumbers => Petra Novotna has cancelled the service plan of her mother
                    dancestudio => Emil Roth's mother lost her photo consent
                    deskshare => Carlos Pinto's wife lost her key card
                    deskshare => Carlos Pinto almost lost his key card
                    deskshare => Carlos Pinto lost Erik Strand's key card
                    deskshare => Erik Strand is getting his key card tomorrow
                    deskshare => Erik Strand got his key card replaced
                    escaperooms => Sam Okoro failed his first aid course
                    escaperooms => Sam Okoro passed his first aid kit to Joel
                    escaperooms => hillside school didn't get the newsletter
                    charity => Samir passed his test last week and will have a driving licence soon
                    charity => Lidou Market wants no receipt but a letter
                    bikeshop => Peter Maes left the club house
                    bikeshop => Peter Maes has not joined the club
                    balloons => Lucie Martin's first flight is no problem
                    toolhire => deposit for H-905 did not come in today
                    toolhire => half the deposit for H-905 came in today
                    toolhire => the second deposit for H-905 came in today
                    toolhire => deposit for H-905 should have come in today
                    agency => third reminder for INV-305 went out this morning
                    archaeology => Permit for Saxon Rise came through the wrong office
                    payroll => Green Fork have revoked their bank's direct debit
                    """)
    void asksWhereItHasNotHappenedOrIsOfSomethingElse(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }
}
