package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that change tables and fields. */
final class SchemaSentencesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add a field notes to Invoice => Add field Notes to Invoice | s1 field.create invoice {field={key=notes, label=Notes, type=long_text, required=false, unique=false}}
                    invoices  => add fields notes and paid on to Invoice => Add fields Notes, Paid on to Invoice | s1 field.create invoice {field={key=notes, label=Notes, type=long_text, required=false, unique=false}} ; s2 field.create invoice {field={key=paid_on, label=Paid on, type=date, required=false, unique=false}}
                    invoices  => add weight (decimal) to Invoice => Add field Weight to Invoice | s1 field.create invoice {field={key=weight, label=Weight, type=decimal, required=false, unique=false}}
                    invoices  => rename table Invoice to Bill => Rename table Invoice to Bill | s1 entity.update invoice@4 {label=Bill}
                    invoices  => rename Invoice to Bill => Rename table Invoice to Bill | s1 entity.update invoice@4 {label=Bill}
                    invoices  => rename the field client of Invoice to customer => Rename field Client of Invoice to Customer | s1 field.update invoice {field={key=client, label=Customer, type=text, required=false, unique=false}}
                    invoices  => delete the field client of Invoice => Delete field Client of Invoice | s1 field.delete invoice {field=client}
                    invoices  => delete the client field of Invoice => Delete field Client of Invoice | s1 field.delete invoice {field=client}
                    invoices  => delete table Invoice => Delete table Invoice | s1 entity.delete invoice@4
                    invoices  => delete the Invoice table => Delete table Invoice | s1 entity.delete invoice@4
                    invoices  => make client of Invoice required => Make Client of Invoice required | s1 field.update invoice {field={key=client, label=Client, type=text, required=true, unique=false}}
                    invoices  => make amount of Invoice unique => Make Amount of Invoice unique | s1 field.update invoice {field={key=amount, label=Amount, type=money, required=false, unique=true}}
                    invoices  => make the number of Invoice optional => Make Number of Invoice optional | s1 field.update invoice {field={key=number, label=Number, type=text, required=false, unique=true}}
                    invoices  => add option cancelled to status of Invoice => Add option cancelled to Status of Invoice | s1 field.update invoice {field={key=status, label=Status, type=choice, required=false, unique=false, options=[pending paid cancelled]}}
                    northwind => add a field region to the table customers => Add field Region to Customer | s1 field.create customer {field={key=region, label=Region, type=text, required=false, unique=false}}
                    invoices  => new field Storeys for invoices, a whole number => Add field Storeys to Invoice | s1 field.create invoice {field={key=storeys, label=Storeys, type=integer, required=false, unique=false}}
                    northwind => rename field ship name of orders to recipient => Rename field Ship name of Order to Recipient | s1 field.update order {field={key=ship_name, label=Recipient, type=text, required=false, unique=false}}
                    """)
    void changesTheSchema(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add a field status to Invoice => no Invoice already has a field Status.
                    invoices  => add a field to Invoice => no Which field? Say its name.
                    invoices  => add a required field owner to Invoice => no It is not clear which field to add by “a required field owner”.
                    invoices  => add due date to Invoice => no Invoice already has a field Due date.
                    invoices  => add option paid to status of Invoice => no Status already has the option “paid”.
                    invoices  => add option x to amount of Invoice => no Amount is no choice, so it has no options.
                    invoices  => delete the field colour of Invoice => no Invoice has no field “colour”; its fields are Number, Client, Amount, Status, Due date.
                    invoices  => delete table Bill => no There is no table “Bill”; the tables are Invoice.
                    invoices  => rename the field client of Invoice to amount => no Invoice already has a field Amount.
                    northwind => rename table Customer to Product => no There already is a table Product.
                    """)
    void saysWhatIsWrong(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => make member a required field of bookings => schema field.update booking member
                    coworking => day should be a required field of every booking => schema field.update booking day
                    coworking => kick out the field note from members => schema field.delete member note
                    coworking => spaces need one more kind: lab => schema field.update space kind
                    coworking => could we have "lab" as one more kind for spaces => schema field.update space kind
                    coworking => spaces need one more type: lab => ask
                    coworking => spaces get another kind: desk => ask
                    coworking => kick out the field note => ask
                    coworking => BK-203 needs another day: Friday => ask
                    blood => donors should have a decimal field Haemoglobin => schema field.create donor haemoglobin
                    sweeps => sweeps should have a new yes/no field called Bird guard => schema field.create sweep bird_guard
                    fishauction => boats need one more gear option, "purse seine" => schema field.update boat gear
                    escaperooms => add western to the list of themes for rooms => schema field.update room theme
                    escaperooms => An email address should be mandatory for every team => schema field.update team email
                    sweeps => every invoice must have an amount, make the field required => schema field.update invoice amount
                    payroll => add archived to the progress options of payslips => schema field.update payslip progress
                    scrapyard => Pickups: add "grab lorry" to the options of container => schema field.update pickup container
                    dairy => batches: new field "Lab report", url => schema field.create batch lab_report
                    dairy => put a date field "Tasted on" on the batches => schema field.create batch tasted_on
                    toolhire => add lost to the possible states of a tool => schema field.update tool state
                    toolhire => tools need a further state, lost => schema field.update tool state
                    toolhire => tools need a further state, they are too few => ask
                    dairy => every order must have a cheese, make that field required => schema field.update order cheese
                    wholesale => for restaurants the phone has to be mandatory => schema field.update restaurant phone
                    vintner => the bottles of a wine can never go below 0, make this a rule => schema field.update wine bottles
                    plumbers => a client's discount may be at most 25 => schema field.update client discount
                    vintner => wines must never be below 0 => ask
                    wholesale => I need one more table, named Vehicle, with plate, brand and bought on date => schema entity.create vehicle
                    """)
    void hearsWishesInOtherWords(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    deskshare => nobody uses the reminders field of the invoices, delete the field => schema field.delete invoice reminders
                    deskshare => the reminders field of invoices can go, delete that field => schema field.delete invoice reminders
                    pharmacy => We don't use the shelf any more, delete that field from the products. => schema field.delete product shelf
                    footballclub => in fixtures, rename the field opponent to rival => schema field.update fixture opponent
                    housecleaners => ironing is a new service for visits, add it to the options => schema field.update visit service
                    translations => Italian is missing among the mother tongues of translators, add it => schema field.update translator mother_tongue
                    wholesale => deliveries can be postponed too, please add postponed to the possible states => schema field.update delivery state
                    wholesale => deliveries can be postponed too, please add lost to the possible states => ask
                    publisher => books should have an ISBN, add a text field for that => schema field.create book isbn
                    publisher => books should have an ISBN, add Felix Adair for that => ask
                    """)
    void hearsWishesInTwoParts(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }
}
