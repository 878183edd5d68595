package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that read, and those that undo. */
final class ReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => show the last 20 changes => changes 20
                    invoices  => Show changes => changes 20
                    invoices  => history => changes 20
                    invoices  => show last 5 events => changes 5
                    invoices  => what changed? => changes 20
                    invoices  => history of INV-0089 => changes 20 of invoice <INV-0089>
                    invoices  => what changed in invoice INV-0089? => changes 20 of invoice <INV-0089>
                    invoices  => show history of it => changes 20 of invoice <INV-0089>
                    invoices  => show the last 500 changes => no 1 to 200 changes can be shown, not “500”.
                    northwind => history of ALFKI => changes 20 of customer <ALFKI>
                    northwind => what changed in order 10643 => changes 20 of order <10643>
                    """)
    void showsChanges(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => undo => UndoLast
                    invoices  => undo that => UndoLast
                    invoices  => Undo the last change. => UndoLast
                    invoices  => take that back => UndoLast
                    invoices  => revert that => UndoLast
                    invoices  => please undo it => UndoLast
                    invoices  => undo event 01920000-0000-7000-8000-000000000001 => undo 01920000-0000-7000-8000-000000000001
                    invoices  => undo the last 3 changes => undo the last 3
                    invoices  => redo that => Redo
                    invoices  => undo everything I did today => undo from 2026-10-01T00:00:00Z until 2026-10-02T00:00:00Z
                    invoices  => undo everything in this conversation => UndoConversation
                    invoices  => undo everything => no What is undone is the last change, the last few, what somebody did in a time, what was done since a savepoint or in this conversation, or an event by its id.
                    """)
    void undoes(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => show invoices => list Invoices | invoice
                    invoices  => list all invoices => list Invoices | invoice
                    invoices  => show pending invoices => list Pending invoices | invoice where status EQ pending
                    invoices  => show unpaid invoices => list Unpaid invoices | invoice where status NE paid
                    invoices  => invoices that are not paid => list Invoices that are not paid | invoice where status NE paid
                    invoices  => what invoices are pending? => list Invoices that are pending | invoice where status EQ pending
                    invoices  => invoices over 1000 => list Invoices over 1000 | invoice where amount GT 1000
                    invoices  => show invoices due before 2027-01-01 => list Invoices due before 2027-01-01 | invoice where due_date LT 2027-01-01
                    invoices  => invoices for Acme => list Invoices for Acme | invoice where client EQ Acme
                    invoices  => invoices due tomorrow => list Invoices due tomorrow | invoice where due_date EQ 2026-10-02
                    invoices  => invoices with amount > 1000 and status pending => list Invoices with amount > 1000 and status pending | invoice where amount GT 1000, status EQ pending
                    invoices  => invoices with due date missing => list Invoices with due date missing | invoice where due_date EMPTY
                    invoices  => show all pending invoices over 1000 due before 2027-01-01 => list Pending invoices over 1000 due before 2027-01-01 | invoice where status EQ pending, amount GT 1000, due_date LT 2027-01-01
                    invoices  => show invoice INV-0089 => list Invoice INV-0089 | invoice any INV-0089
                    invoices  => INV-0089 => list Invoice INV-0089 | invoice any INV-0089
                    invoices  => what is the amount of INV-0089? => list Amount of Invoice INV-0089 | invoice any INV-0089
                    invoices  => what tables are there? => ListEntities
                    northwind => orders of ALFKI => list Orders of ALFKI | order where customer_id EQ <ALFKI>
                    northwind => show orders of ALFKI over 50 => list Orders of ALFKI over 50 | order where customer_id EQ <ALFKI>, freight GT 50
                    northwind => show orders from Alfreds Futterkiste => list Orders from Alfreds Futterkiste | order where customer_id EQ <ALFKI>
                    northwind => list all customers in Berlin => list Customers in Berlin | customer where city EQ Berlin
                    northwind => customers from Germany => list Customers from Germany | customer where country EQ Germany
                    northwind => list customers in Narnia => list Customers in Narnia | customer where city EQ Narnia, country EQ Narnia
                    northwind => show order 10643 => list Order 10643 | order where order_id EQ 10643
                    northwind => order details of 10643 => list Order details of 10643 | order_detail where order_id EQ <10643>
                    northwind => show order details for product Chai => list Order details for product Chai | order_detail where product_id EQ <1>
                    northwind => orders before 1997-09-01 => list Orders before 1997-09-01 | order where order_date LT 1997-09-01
                    northwind => orders with order date after 1997-09-01 => list Orders with order date after 1997-09-01 | order where order_date GT 1997-09-01
                    northwind => discontinued products => list Discontinued products | product where discontinued EQ true
                    northwind => products with units in stock under 50 => list Products with units in stock under 50 | product where units_in_stock LT 50
                    northwind => what is ALFKI's phone number => list Phone of Customer ALFKI | customer any ALFKI
                    northwind => who is ALFKI? => list Customer ALFKI | customer any ALFKI
                    northwind => show Alfreds Futterkiste => ask “Alfreds Futterkiste” could be several records. Which one? | show customer "ALFKI" ; show order "10643" ; show order "10692"
                    leads     => active leads over 1000 => list Active leads over 1000 | lead where active EQ true, value GT 1000
                    leads     => leads owned by Ann => list Leads owned by Ann | lead where owner EQ Ann
                    leads     => leads with city containing er => list Leads with city containing er | lead where city CONTAINS er
                    """)
    void lists(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => how many invoices are there? => count Number of invoices: 7 | invoice
                    invoices  => how many pending invoices are there => count Number of pending invoices: 7 | invoice where status EQ pending
                    invoices  => how many invoices are paid? => count Number of invoices that are paid: 7 | invoice where status EQ paid
                    invoices  => count invoices over 1000 => count Number of invoices over 1000: 7 | invoice where amount GT 1000
                    invoices  => number of paid invoices => count Number of paid invoices: 7 | invoice where status EQ paid
                    northwind => how many orders does ALFKI have? => count ALFKI has 7 orders | order where customer_id EQ <ALFKI>
                    northwind => How many orders has Alfreds Futterkiste => count Alfreds Futterkiste has 7 orders | order where customer_id EQ <ALFKI>
                    northwind => number of orders for ALFKI => count Number of orders for ALFKI: 7 | order where customer_id EQ <ALFKI>
                    northwind => how many orders with freight over 50 does ALFKI have => count ALFKI has 7 orders with freight over 50 | order where freight GT 50, customer_id EQ <ALFKI>
                    northwind => count customers in Germany => count Number of customers in Germany: 7 | customer where country EQ Germany
                    northwind => how many customers are there => count Number of customers: 7 | customer
                    northwind => how many customers do we have? => count Number of customers: 7 | customer
                    northwind => how many orders does NOBODY have => no There is no record “NOBODY”.
                    """)
    void counts(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => show invoices blah => no It is not clear what “blah” says about invoices.
                    invoices  => show invoice INV-9999 => no There is no invoice “INV-9999”.
                    invoices  => show customers => no There is no table or record “customers”.
                    invoices  => invoices between here and there => no It is not clear what “between here and there” says about invoices.
                    leads     => leads with notes over 5 => no Notes is a long text, which cannot be searched for yet.
                    """)
    void saysWhatIsWrong(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }
}
