package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that add records. */
final class AddingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add invoice INV-0092 for Acme, 1200 due 2026-12-15 => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Acme, amount=1200, due_date=2026-12-15}}
                    invoices  => Please add invoice INV-0092 for Acme, $1,200.50 due 15 Dec 2026. => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Acme, amount=1200.50, due_date=2026-12-15}}
                    invoices  => ADD INVOICE INV-0092 FOR ACME, 1200 DUE 2026-12-15! => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=ACME, amount=1200, due_date=2026-12-15}}
                    invoices  => could you add an invoice INV-0092 for Acme Corp, 1.2k, pending, due next monday, please? => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Acme Corp, amount=1200, status=pending, due_date=2026-10-05}}
                    invoices  => new invoice INV-0092 client Acme amount 300 status paid due date tomorrow => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Acme, amount=300, status=paid, due_date=2026-10-02}}
                    invoices  => add invoice INV-0092: client = Acme, amount: €300, due in 3 days => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Acme, amount=300, due_date=2026-10-04}}
                    invoices  => add invoice INV-0092 for "Studio 54" 300 due December 15 => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Studio 54, amount=300, due_date=2026-12-15}}
                    invoices  => add invoice INV-0092 for 1200 => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, amount=1200}}
                    invoices  => add invoice INV-0092 for Client Services; amount 1200 => Add Invoice INV-0092 | s1 record.create invoice {values={number=INV-0092, client=Client Services, amount=1200}}
                    invoices  => add invoice "INV 92" worth 1200 with client Acme and due date 2026-12-15 => Add Invoice INV 92 | s1 record.create invoice {values={number=INV 92, amount=1200, client=Acme, due_date=2026-12-15}}
                    invoices  => add invoice 1001 1200 EUR paid => Add Invoice 1001 | s1 record.create invoice {values={number=1001, amount=1200, status=paid}}
                    invoices  => add invoice O'Neil for Acme => Add Invoice O'Neil | s1 record.create invoice {values={number=O'Neil, client=Acme}}
                    """)
    void addsOfMentionsAndPrepositions(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    northwind => add order 11078 for ALFKI => Add Order 11078 | s1 record.create order {values={order_id=11078, customer_id=<ALFKI>}}
                    northwind => add order 11078 for Alfreds Futterkiste, freight 12.50, on 2026-10-01 => Add Order 11078 | s1 record.create order {values={order_id=11078, customer_id=<ALFKI>, freight=12.50, order_date=2026-10-01}}
                    northwind => add order 11078 for customer ALFKI due 2026-11-01 => Add Order 11078 | s1 record.create order {values={order_id=11078, customer_id=<ALFKI>, required_date=2026-11-01}}
                    northwind => add order detail for order 10643, product Chai, quantity 3 => Add Order detail | s1 record.create order_detail {values={order_id=<10643>, product_id=<1>, quantity=3}}
                    northwind => add customer NEWCO, company name New Company, city Berlin, phone 030-1 => Add Customer NEWCO | s1 record.create customer {values={customer_id=NEWCO, company_name=New Company, city=Berlin, phone=030-1}}
                    northwind => add customer NEWCO with phone (5) 555-3745 and contact name "Jane Doe" => Add Customer NEWCO | s1 record.create customer {values={customer_id=NEWCO, phone=(5) 555-3745, contact_name=Jane Doe}}
                    northwind => add product 2, product name Chang, price $19, stock 17 => Add Product 2 | s1 record.create product {values={product_id=2, product_name=Chang, unit_price=19, units_in_stock=17}}
                    """)
    void addsWithReferences(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    leads     => add lead Acme Corp, owner Ann, city Rome, value 5000, stage qualified => Add Lead Acme Corp | s1 record.create lead {values={name=Acme Corp, owner=Ann, city=Rome, value=5000, stage=qualified}}
                    leads     => add lead "Acme Corp" 5000 qualified => Add Lead Acme Corp | s1 record.create lead {values={name=Acme Corp, value=5000, stage=qualified}}
                    leads     => add lead Toys for Us => Add Lead Toys for Us | s1 record.create lead {values={name=Toys for Us}}
                    leads     => add lead Smith and Sons, 5000 => Add Lead Smith and Sons | s1 record.create lead {values={name=Smith and Sons, value=5000}}
                    leads     => add lead Smith & Sons in Berlin by Ann => Add Lead Smith & Sons | s1 record.create lead {values={name=Smith & Sons, city=Berlin, owner=Ann}}
                    leads     => add lead Jane jane@example.com 500 EUR => Add Lead Jane | s1 record.create lead {values={name=Jane, email=jane@example.com, value=500}}
                    leads     => add lead Jane with notes "call; then delete lead Twin" and active yes => Add Lead Jane | s1 record.create lead {values={name=Jane, notes=call; then delete lead Twin, active=true}}
                    """)
    void addsToAnySchema(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add invoice INV-0092 for Studio 54 due 2026-12-15 => ask Does “54” belong to “Studio”? | add invoice INV-0092 for "Studio 54" due 2026-12-15 ; add invoice INV-0092 for "Studio", 54 due 2026-12-15
                    invoices  => add invoice INV-0092 Acme 1200 => ask It is not clear which field of invoice “Acme” belongs to. | add invoice INV-0092, client "Acme" 1200
                    invoices  => add invoice INV-0092 for Acme, 1200, Berlin => ask It is not clear which field of invoice “Berlin” belongs to. |
                    invoices  => add invoice INV-0092, 1200, 1300 => ask It is not clear which field of invoice “1300” belongs to. | add invoice INV-0092, 1200, client "1300"
                    invoices  => add invoice INV-0092 for Acme, status open => ask Status is one of pending, paid, not “open”. | add invoice INV-0092 for Acme, status pending ; add invoice INV-0092 for Acme, status paid
                    invoices  => add invoice INV-0092, 1.200 => ask “1.200” can be read two ways. Which amount is it? | add invoice INV-0092, 1200 ; add invoice INV-0092, 1.2000
                    invoices  => add invoice INV-0092 for Acme, 1200 per month => ask It is not clear which field of invoice “per month” belongs to. |
                    invoices  => add Acme to invoices => ask Is “Acme” a new field or a new record? | add a field Acme to Invoice ; add invoice "Acme"
                    northwind => add customer NEWCO in Berlin => ask “in” could be the City, Country. Which one? | add customer NEWCO with city Berlin ; add customer NEWCO with country Berlin
                    northwind => add order 11078 for ALFKI, 2026-11-01 => Add Order 11078 | s1 record.create order {values={order_id=11078, customer_id=<ALFKI>, order_date=2026-11-01}}
                    northwind => add product 2, Chang, 19 => Add Product 2 | s1 record.create product {values={product_id=2, product_name=Chang, unit_price=19}}
                    leads     => add lead Acme Corp 5000 qualified => ask Does “5000” belong to “Acme Corp”? | add lead "Acme Corp 5000" qualified ; add lead "Acme Corp", 5000 qualified
                    leads     => add lead New Horizons => ask Is “New” the Stage, or does a name begin with it? | add lead "New Horizons" ; add lead stage: New, Horizons
                    leads     => add lead City Lights => ask Is “City” the field, or part of a text? Put texts in quotes, and say “city: …” for the field. | add lead "City Lights" ; add lead city: Lights
                    """)
    void asksRatherThanGuesses(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add invoice INV-0092 for Acme, amount lots => no Amount is an amount, not “lots”.
                    invoices  => add invoice INV-0092 for Acme amount lots => no Amount is an amount, not “lots”.
                    invoices  => add invoice INV-0092 for Acme due in December => no Due date is a date such as 2026-12-15 or “tomorrow”, not “in December”.
                    invoices  => add invoice INV-0092 due 2026-02-30 => no “2026-02-30” is not a day of any calendar.
                    invoices  => add invoice INV-0092 due 03/04/2026 => no “03/04/2026” can be read two ways; write 2026-03-04 or 2026-04-03.
                    invoices  => add invoice INV-0092, amount 5, amount 6 => no Amount is given twice, the second time as “6”.
                    invoices  => add invoice for Acme, 1200 => no A new invoice needs Number.
                    invoices  => add invoice => no A new invoice needs Number.
                    invoices  => add lease B-1 for Acme => no It is not clear what to add: no table is called like the beginning of “lease B-1 for Acme”.
                    northwind => add order 11078 for NOBODY => no There is no customer “NOBODY”.
                    northwind => add order ABC for ALFKI => no A new order needs Order ID.
                    northwind => add customer NEWCO with phone hello => no Phone is a phone number, not “hello”.
                    northwind => add customer NEWCO, company name => ask It is not clear which field of customer “company name” belongs to. | add customer NEWCO, company name "company name" ; add customer NEWCO, contact name "company name" ; add customer NEWCO, city "company name" ; add customer NEWCO, country "company name"
                    """)
    void saysWhatIsWrong(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }
}
