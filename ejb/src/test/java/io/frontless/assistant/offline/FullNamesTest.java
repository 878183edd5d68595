package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is called by one name is whoever the records call so; and whose something is, is not to get it. */
final class FullNamesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    set the host of Edgar Nowak to Kirsten => set Member: Edgar Nowak | Host=Kirsten Holm
                    new member Ines Duarte, host Kirsten, monthly fee 165 => add Member | Name=Ines Duarte | Host=Kirsten Holm | Monthly fee=165
                    set the host of Edgar Nowak to "Kirsten" => set Member: Edgar Nowak | Host=Kirsten
                    set the host of Edgar Nowak to Susanne => set Member: Edgar Nowak | Host=Susanne
                    set the company of Hanna Brandt to Kitewise => set Member: Hanna Brandt | Company=Kitewise
                    hand Joe's unfinished jobs to Piet, except Fix blinds => set Job: Repair booth fan | Assignee=Piet Vos
                    give Joe's jobs to Piet except Fix blinds => set Job: Repair booth fan | Assignee=Piet Vos
                    Fix blinds: new deadline 12 October => set Job: Fix blinds | Deadline=2026-10-12
                    Fix blinds: planned, deadline 12 October => set Job: Fix blinds | Deadline=2026-10-12 | State=planned
                    BK-203 should be handled by me => set Booking: BK-203 | Handled by=Mara Lindt
                    BK-203 should be handled by nobody => ask
                    set the host of Edgar Nowak to nobody => ask
                    set the host of Edgar Nowak to "nobody" => set Member: Edgar Nowak | Host=nobody
                    add Hanna to the flex members => ask
                    add 3 members on flex => ask
                    add 1 reminder to every sent invoice that has at least one => ask
                    """)
    void comesTo(String sentence, String outcome) {
        assertThat(Outcomes.of("coworking", sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cleaning => Sunita is the account manager of Fenwick Software => set Client: Fenwick Software | Account manager=Sunita Rao
                    translations => Eva is the manager of J-207 => set Job: J-207 | Manager=Eva Stern
                    translations => Karl is the manager of J-207 => ask
                    translations => set the manager of J-207 to Karl => set Job: J-207 | Manager=Karl
                    coworking => host of Fiona: Piet => set Member: Fiona Castell | Host=Piet Vos
                    coworking => host of Fiona: Xaver => ask
                    coworking => BK-203 is handled by Piet => set Booking: BK-203 | Handled by=Piet Vos
                    """)
    void areThoseOfWhomeverAnyTableKnows(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens => Kofi Mensah passes the Ride-on Kubota on to Freya => set Machine: Ride-on Kubota | Keeper=Freya Holt
                    translations => Hannah hands J-209 over to Kenji => set Job: J-209 | Translator=Kenji Mori
                    translations => Rosa hands J-209 over to Kenji => ask
                    cleaning => Greg hands Carver Logistics over to Sunita => set Client: Carver Logistics | Account manager=Sunita Rao
                    vet => Owen might hand V-73 over to Lena => ask
                    vet => Canigard comes from Brightlab => set Medicine: Canigard | Maker=Brightlab
                    vet => Canigard comes from Narnia => ask
                    cleaning => the hand towels come from Hygia Direct => set Supply: Hand towels | Supplier=Hygia Direct
                    """)
    void areHandedOnByWhoeverHasIt(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
