package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that change and delete records. */
final class ChangingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => mark invoice INV-0089 as paid => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => Mark INV-0089 paid. => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => can you mark INV-0089 as paid? => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => set the status of INV-0089 to paid => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => INV-0089 is paid => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => mark "INV-0089" as "paid" => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => update invoice INV-0089: amount 1300, due 2027-01-05 => Change Amount and Due date of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={amount=1300, due_date=2027-01-05}}
                    invoices  => update INV-0089 set amount to 1300 and due date to 2027-01-05 => Change Amount and Due date of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={amount=1300, due_date=2027-01-05}}
                    invoices  => change the amount of INV-0089 to 1,300.50 and the client to Globex => Change Amount and Client of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={amount=1300.50, client=Globex}}
                    invoices  => change invoice INV-0089 amount to 1300 => Change Amount of Invoice INV-0089 to 1300 | s1 record.update invoice <INV-0089>@3 {values={amount=1300}}
                    invoices  => set amount to 5 for INV-0089 => Change Amount of Invoice INV-0089 to 5 | s1 record.update invoice <INV-0089>@3 {values={amount=5}}
                    invoices  => INV-0089's amount is 7 => Change Amount of Invoice INV-0089 to 7 | s1 record.update invoice <INV-0089>@3 {values={amount=7}}
                    invoices  => change INV-0089's client to "Globex, Inc" => Change Client of Invoice INV-0089 to Globex, Inc | s1 record.update invoice <INV-0089>@3 {values={client=Globex, Inc}}
                    invoices  => move the due date of INV-0089 to next friday => Change Due date of Invoice INV-0089 to 2026-10-02 | s1 record.update invoice <INV-0089>@3 {values={due_date=2026-10-02}}
                    invoices  => clear the due date of INV-0089 => Clear Due date of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={due_date=null}}
                    invoices  => delete the due date of INV-0089 => Clear Due date of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={due_date=null}}
                    invoices  => change the client of INV-0089 to Globex due 2027-01-01 => Change Client and Due date of Invoice INV-0089 | s1 record.update invoice <INV-0089>@3 {values={client=Globex, due_date=2027-01-01}}
                    northwind => change the phone of ALFKI to 030-0074322 => Change Phone of Customer ALFKI to 030-0074322 | s1 record.update customer <ALFKI>@2 {values={phone=030-0074322}}
                    northwind => Change Alfreds Futterkiste's phone number to 030-0074322 => Change Phone of Customer ALFKI to 030-0074322 | s1 record.update customer <ALFKI>@2 {values={phone=030-0074322}}
                    northwind => change the phone of customer ALFKI to (5) 555-4730 => Change Phone of Customer ALFKI to (5) 555-4730 | s1 record.update customer <ALFKI>@2 {values={phone=(5) 555-4730}}
                    northwind => set ALFKI phone to 030-1234 => Change Phone of Customer ALFKI to 030-1234 | s1 record.update customer <ALFKI>@2 {values={phone=030-1234}}
                    northwind => the phone of ALFKI is 030-999 => Change Phone of Customer ALFKI to 030-999 | s1 record.update customer <ALFKI>@2 {values={phone=030-999}}
                    northwind => change the company name of ALFKI to Alfreds & Sons and the city to Hamburg => Change Company name and City of Customer ALFKI | s1 record.update customer <ALFKI>@2 {values={company_name=Alfreds & Sons, city=Hamburg}}
                    northwind => clear ALFKI's fax => Clear Fax of Customer ALFKI | s1 record.update customer <ALFKI>@2 {values={fax=null}}
                    northwind => change the customer of order 10643 to ANATR => Change Customer ID of Order 10643 | s1 record.update order <10643>@1 {values={customer_id=<ANATR>}}
                    northwind => mark product Chai as discontinued => Mark Product 1 as discontinued | s1 record.update product <1>@1 {values={discontinued=true}}
                    leads     => mark Studio 54 as won => Mark Lead Studio 54 as won | s1 record.update lead <Studio 54>@5 {values={stage=won}}
                    leads     => mark Studio 54 as inactive => Mark Lead Studio 54 as not active | s1 record.update lead <Studio 54>@5 {values={active=false}}
                    leads     => mark lead Studio 54 as not active => Mark Lead Studio 54 as not active | s1 record.update lead <Studio 54>@5 {values={active=false}}
                    leads     => change the owner of Bank of America to Bob => Change Owner of Lead Bank of America to Bob | s1 record.update lead <Bank of America>@1 {values={owner=Bob}}
                    leads     => change the value of Studio 54 to 6k => Change Value of Lead Studio 54 to 6000 | s1 record.update lead <Studio 54>@5 {values={value=6000}}
                    """)
    void changesOneRecord(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => mark all pending invoices as paid => Mark 2 invoices as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}} ; s2 record.update invoice <INV-0091>@2 {values={status=paid}}
                    invoices  => set status of invoices over 1000 to paid => Mark 2 invoices as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}} ; s2 record.update invoice <INV-0091>@2 {values={status=paid}}
                    invoices  => set the status of all invoices due before 2027-01-01 to paid => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => change client of all invoices to X => Change Client of 3 invoices to X | s1 record.update invoice <INV-0089>@3 {values={client=X}} ; s2 record.update invoice <INV-0090>@1 {values={client=X}} ; s3 record.update invoice <INV-0091>@2 {values={client=X}}
                    northwind => set freight of orders of ALFKI to 5 => Change Freight of 2 orders to 5 | s1 record.update order <10643>@1 {values={freight=5}} ; s2 record.update order <10692>@1 {values={freight=5}}
                    leads     => mark all lost leads as new => Mark 2 leads as new | s1 record.update lead <Twin>@1 {values={stage=new}} ; s2 record.update lead <Twin>@1 {values={stage=new}}
                    leads     => set all leads in Berlin to won => Mark Lead Studio 54 as won | s1 record.update lead <Studio 54>@5 {values={stage=won}}
                    """)
    void changesSeveralRecords(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => delete invoice INV-0089 => Delete Invoice INV-0089 | s1 record.delete invoice <INV-0089>@3
                    invoices  => please remove INV-0089 => Delete Invoice INV-0089 | s1 record.delete invoice <INV-0089>@3
                    invoices  => delete all paid invoices => Delete Invoice INV-0090 | s1 record.delete invoice <INV-0090>@1
                    northwind => delete order 10643 => Delete Order 10643 | s1 record.delete order <10643>@1
                    northwind => delete Ana Trujillo => Delete Customer ANATR | s1 record.delete customer <ANATR>@1
                    leads     => delete lead Bank of America => Delete Lead Bank of America | s1 record.delete lead <Bank of America>@1
                    """)
    void deletes(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => mark invoice INV-0089 as cancelled => ask Status is one of pending, paid, not “cancelled”. | mark invoice INV-0089 as pending ; mark invoice INV-0089 as paid
                    invoices  => mark INV-0089 as not paid => ask Status is one of pending, paid, not “not paid”. | mark INV-0089 as pending ; mark INV-0089 as paid
                    invoices  => mark invoices as paid => ask Do you mean all invoices? | mark all invoices as paid
                    invoices  => mark all invoices as paid except INV-0091 => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices  => change the client of INV-0089 to Globex, Inc => ask Does “Inc” belong to “Globex”? | change the client of INV-0089 to "Globex, Inc"
                    invoices  => change the amount of INV-0089 to 1300 foo => ask It is not clear which field of invoice “foo” belongs to. | change the amount of INV-0089 to 1300 number "foo" ; change the amount of INV-0089 to 1300 client "foo"
                    invoices  => delete invoices => ask Do you mean all invoices? | delete all invoices
                    northwind => change the name of ALFKI to Foo => ask “name” could be Company name or Contact name. Which one? | change the Company name of ALFKI to Foo ; change the Contact name of ALFKI to Foo
                    northwind => delete Alfreds Futterkiste => ask “Alfreds Futterkiste” could be several records. Which one? | delete customer "ALFKI" ; delete order "10643" ; delete order "10692"
                    """)
    void asksRatherThanGuesses(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => mark invoice INV-9999 as paid => no There is no invoice “INV-9999”.
                    invoices  => mark INV-00 as paid => no There is no record “INV-00”.
                    invoices  => mark INV-0090 as paid => no Nothing to change: Invoice INV-0090 is already so.
                    invoices  => mark all paid invoices as paid => no Nothing to change: Invoice INV-0090 is already so.
                    invoices  => change the amount of INV-0089 to lots => no Amount is an amount, not “lots”.
                    invoices  => change the colour of INV-0089 to red => no Invoice has no field “colour”; its fields are Number, Client, Amount, Status, Due date.
                    invoices  => clear the number of INV-0089 => no Number is required, so it cannot be cleared.
                    invoices  => delete invoice INV-0089 and INV-9999 => no There is no invoice “INV-0089 and INV-9999”.
                    invoices  => delete all invoices except INV-9999 => no It is not clear what “except INV-9999” says about invoices.
                    invoices  => delete everything => no There is no record “everything”.
                    invoices  => delete paid => no There is no record “paid”.
                    invoices  => delete invoice => no Which invoice? Say what it is called.
                    invoices  => delete customer => no There is no record “customer”.
                    invoices  => restore invoice INV-0089 => no Nothing that was deleted is called “INV-0089”.
                    invoices  => INV-9999 is paid => no There is no record “INV-9999”.
                    northwind => change the phone of ALFKI to hello => no Phone is a phone number, not “hello”.
                    northwind => change the phone of order 10643 to 030-0074322 => no Order has no field “phone”; its fields are Order ID, Customer ID, Order date, Required date, Freight, Ship name.
                    northwind => change the phone of XXXXX to 030-0074322 => no There is no record “XXXXX”.
                    northwind => change the address of ALFKI to Obere Str. 58 => no Customer has no field “address”; its fields are Customer ID, Company name, Contact name, City, Country, Phone, Fax.
                    leads     => mark Twin as won => no “Twin” could be several leads. Name the one by a value that only it has.
                    leads     => delete Twin => no “Twin” could be several leads. Name the one by a value that only it has.
                    """)
    void saysWhatIsWrong(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }
}
