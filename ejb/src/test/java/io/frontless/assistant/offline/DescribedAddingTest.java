package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New records that are described in parts. */
final class DescribedAddingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    leads    => we have a new lead, Fenland Books in Ely, worth 900, fenland@books.example => Add Lead Fenland Books | s1 record.create lead {values={name=Fenland Books, city=Ely, value=900, email=fenland@books.example}}
                    leads    => put a lead "Lark & Sons" on Bob's list, won, from Exeter => Add Lead Lark & Sons | s1 record.create lead {values={name=Lark & Sons, owner=Bob, stage=won, city=Exeter}}
                    leads    => sign up a new lead called Odette Marsh, already active, odette@marsh.example => Add Lead Odette Marsh | s1 record.create lead {values={name=Odette Marsh, active=true, email=odette@marsh.example}}
                    leads    => add "Salt Road" as a qualified lead in Rome, Ann handles it => Add Lead Salt Road | s1 record.create lead {values={stage=qualified, name=Salt Road, city=Rome, owner=Ann}}
                    leads    => we have a new lead, its name is Leather trade, in Ely, value three hundred and ten => Add Lead Leather trade | s1 record.create lead {values={name=Leather trade, city=Ely, value=310}}
                    leads    => add lead Apple press, Ann owns it, in Rome, it's not active => Add Lead Apple press | s1 record.create lead {values={name=Apple press, owner=Ann, city=Rome, active=false}}
                    invoices => create INV-0101 for Globex and INV-0102 for Acme, both pending => Add Invoice INV-0101; Add Invoice INV-0102 | s1 record.create invoice {values={number=INV-0101, client=Globex, status=pending}} ; s2 record.create invoice {values={number=INV-0102, client=Acme, status=pending}}
                    """)
    void fitsEachPartToOneField(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add lead Peter Maier again",
                "put the lead Studio 54 on hold",
                "we have a new lead, Rome, worth 900",
                "put a lead \"X\" on nobody's list",
                "Studio 54 closed: new lead \"X\"",
                "Twin is gone: new lead \"X\"",
                "lead \"X\" won",
                "sign up a new lead called Odette Marsh, maybe active",
            })
    void addsNothingOfWhichAPartIsNotUnderstood(String sentence) {
        assertThat(Workspace.leads().propose(sentence)).isNotInstanceOf(Proposal.Change.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    booking BK-220, Cedar, Dilan Yildiz, 20 Oct, 5 hours => add Booking | Booking no=BK-220 | Space=Cedar | Member=Dilan Yildiz | Day=2026-10-20 | Hours=5
                    book Willow for Caro on 9 October, 2 hours, as BK-221 => add Booking | Booking no=BK-221 | Space=Willow | Member=Caro Jansen | Day=2026-10-09 | Hours=2
                    job "Leaking tap", high urgency, Piet, deadline tomorrow => add Job | Title=Leaking tap | Assignee=Piet Vos | Deadline=2026-10-02 | Urgency=high
                    booking BK-220, confirmed => ask
                    booking BK-220 is confirmed, Cedar, 5 hours, tomorrow => ask
                    booking BK-201, Cedar, Dilan Yildiz, 20 Oct, 5 hours => ask
                    """)
    void addsWithoutAVerbWhatIsDescribedByManyValuesAndNotThereYet(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    add Ed Thorne and Pia Thorne as members on flex => add Member | Name=Ed Thorne | Plan=flex ; add Member | Name=Pia Thorne | Plan=flex
                    add Tove Larsen to the members: flex, host Kirsten => add Member | Name=Tove Larsen | Plan=flex | Host=Kirsten Holm
                    add two phone booths on floor 3 called Booth 3 and Booth 4, hourly rate 6 => add Space | Name=Booth 3 | Kind=phone booth | Floor=3 | Hourly rate=6 ; add Space | Name=Booth 4 | Kind=phone booth | Floor=3 | Hourly rate=6
                    add three phone booths called Booth 3 and Booth 4, floor 3 => ask
                    add Kirsten Holm to the members: flex, floor 3 => ask
                    add members Ed Thorne, Kitewise => ask
                    """)
    void takesNamesBeforeTheNounAndSharesWhatIsSaidOfAll(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    we have a new meeting room, Birch. Floor 2, 10 seats, 38 per hour, with screen. Please add it. => add Space | Name=Birch | Kind=meeting room | Floor=2 | Seats=10 | Hourly rate=38 | Screen=yes
                    set up a job "Vacuum the carpet" for the Atrium, assigned to me, deadline Monday, low => add Job | Title=Vacuum the carpet | Space=Atrium | Assignee=Mara Lindt | Deadline=2026-10-05 | Urgency=low
                    member Ines Duarte, flex - please add => add Member | Name=Ines Duarte | Plan=flex
                    member to add: Ines Duarte, flex => add Member | Name=Ines Duarte | Plan=flex
                    member gets added: Ines Duarte, flex => add Member | Name=Ines Duarte | Plan=flex
                    member Ines Duarte, flex - to be created => add Member | Name=Ines Duarte | Plan=flex
                    member Ines Duarte, flex, create pls => add Member | Name=Ines Duarte | Plan=flex
                    member Ines Duarte, flex, not to be created => ask
                    member Ines Duarte, flex, never to add => ask
                    add two bookings for Caro: BK-221 on 7 October and BK-222 on 8 October, both confirmed => add Booking | Booking no=BK-221 | Member=Caro Jansen | Day=2026-10-07 | Status=confirmed ; add Booking | Booking no=BK-222 | Member=Caro Jansen | Day=2026-10-08 | Status=confirmed
                    add member Noor Haddad, fixed desk, 280 per month, and booking BK-213 for her: Desk 15, 5 October => add Member | Name=Noor Haddad | Plan=fixed desk | Monthly fee=280 ; add Booking | Booking no=BK-213 | Space=Desk 15 | Member=Noor Haddad | Day=2026-10-05
                    add member Noor Haddad and her booking BK-213: Desk 15 => add Member | Name=Noor Haddad ; add Booking | Booking no=BK-213 | Space=Desk 15 | Member=Noor Haddad
                    update booking BK-299, Cedar, Dilan Yildiz, 20 Oct, 5 hours => ask
                    confirm booking BK-299, Cedar, Dilan Yildiz, 20 Oct, 5 hours => ask
                    cancel booking BK-299, Cedar, Dilan Yildiz, 20 Oct, 5 hours => ask
                    """)
    void takesADescriptionOfSeveralSentencesAndWhateverVerbAsksForSomethingNew(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => invoice 2607 for Kirsten Dahl, €92, sent today, due in two weeks => add Invoice | Number=2607 | Patient=Kirsten Dahl | Amount=92 | Sent on=2026-10-01 | Due on=2026-10-15
                    physio => pls make invoice 2608, patient Ahmed Farouk, amount 1.2k, due 31 October => add Invoice | Number=2608 | Patient=Ahmed Farouk | Amount=1200 | Due on=2026-10-31
                    hotel => room 305, suite, floor 3, rate 310 => add Room | Room number=305 | Type=suite | Floor=3 | Rate=310
                    hotel => add rooms 303 and 304, both suites on floor 3 => add Room | Room number=303 | Type=suite | Floor=3 ; add Room | Room number=304 | Type=suite | Floor=3
                    physio => invoice 2602 for Kirsten Dahl, €92, sent today, due in two weeks => ask
                    physio => make invoice 2608 paid => ask
                    hotel => room 305, suite, floor 3 => ask
                    hotel => add rooms 303 and 304 => ask
                    """)
    void addsWhatIsCalledByANumber(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => Please be so kind and add a new therapist: Signe Krog, speciality sports, Room D, 32 weekly hours, accepts new patients => add Therapist | Name=Signe Krog | Speciality=sports | Room=Room D | Weekly hours=32 | Accepts new=yes
                    radio => episode E-510 for Night Shift, topic Lighthouse keepers, just an idea so far, no date => add Episode | Code=E-510 | Show=Night Shift | Topic=Lighthouse keepers | Status=idea
                    radio => new host Kim Ray, trainee, no phone, no email => add Host | Name=Kim Ray | Role=trainee
                    radio => add episode E-520 for Blue Notes, no topic yet => add Episode | Code=E-520 | Show=Blue Notes
                    accountants => we have a new client: Ida Novak, sole trader from Ripon, phone +44 1765 555 8, client since today => add Client | Name=Ida Novak | Legal form=sole trader | Town=Ripon | Phone=+44 1765 555 8 | Client since=2026-10-01
                    """)
    void takesWhatThereIsNoneOfAndWhereSomebodyComesFrom(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    garage => add car UL-BC 10, owner Baker Cabs, model Golf, year 2020 => add Car | Model=Golf | Owner=Baker Cabs | Plate=UL-BC 10 | Year=2020
                    garage => new car UL-XY 88 for Nina Falk => add Car | Owner=Nina Falk | Plate=UL-XY 88
                    coworking => add space Booth 3, phone booth, floor 2, 1 seat => add Space | Floor=2 | Kind=phone booth | Name=Booth 3 | Seats=1
                    coworking => add space Studio 54 => ask
                    coworking => add space Booth 1 => ask
                    coworking => add booking BK-203 for Boris Petrov => ask
                    coworking => add another booking BK-203, Cedar, Hanna Brandt => ask
                    furniture => add order A-312 for Daniel Ortega, price 300 => ask
                    """)
    void takesACodeOfTwoPartsForATitle(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    furniture => we have won a new customer: Haus Berg, city Graz => add Customer | City=Graz | Name=Haus Berg
                    furniture => we've signed a new customer, Haus Berg in Graz => add Customer | City=Graz | Name=Haus Berg
                    furniture => order A-320 for Sophie Ritter please add: piece Stool, price 300 => add Order | Customer=Sophie Ritter | Order no=A-320 | Piece=Stool | Price=300
                    physio => write invoice 2609 to Kirsten Dahl over 92, sent today => add Invoice | Amount=92 | Number=2609 | Patient=Kirsten Dahl | Sent on=2026-10-01
                    physio => write invoice 2602 to Kirsten Dahl over 92, sent today => ask
                    furniture => order A-312 for Sophie Ritter please add: piece Stool, price 300 => ask
                    furniture => we have won a new customer => ask
                    furniture => did we open a new customer Haus Berg, city Graz => ask
                    """)
    void addsWhatSomebodyHasWonOrOpened(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String sentence) {
        return Outcomes.of("coworking", sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    travel => log a payment on B-85, PAY-510, 1500 by transfer, received today, already cleared => add Payment | Receipt=PAY-510 | Booking=B-85 | Instalment=1500 | Method=transfer | Received on=2026-10-01 | Cleared=yes
                    dentist => new patient: Tom Reed, grumpy, public => ask
                    gym => new member: Tom Reed, whatever, joined today => ask
                    plumbers => Client new: Orla Finn, 5 Quay Street, Wicklow, private, +353 87 555 260, no service plan => add Client | Client=Orla Finn | Street=5 Quay Street | Town=Wicklow | Client type=private | Phone=+353 87 555 260 | Service plan=no
                    travel => create payment PAY-509 for B-88, 400 by card, expected by 20 October => add Payment | Receipt=PAY-509 | Booking=B-88 | Instalment=400 | Method=card | Expected by=2026-10-20
                    dentist => book A-209 for Peter Moser: check-up with Elena Costa, 22 October at 10:30, Room 3, status booked => add Appointment | Code=A-209 | Patient=Peter Moser | Treatment=Check-up | Dentist=Elena Costa | Day=2026-10-22 | Time=10:30 | Room=Room 3 | Status=booked
                    farm => add delivery D-911 for Alder Dairy, Milk, 3300 kg, on Thursday 8 October => add Delivery | Delivery no=D-911 | Buyer=Alder Dairy | Goods=Milk | Weight=3300 | Delivery day=2026-10-08
                    """)
    void givesAPlaceAWayOfPayingAndADayWithItsWeekdayToTheirFields(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
