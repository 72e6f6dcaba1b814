package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.copies.KeepCopy;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.PostalAddresses;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the paper of a claim for late payment, once, in the payer's language: of interest each stretch of days with its
 * rate and where that comes from. It is kept as the copy of the receivable, so it goes along with letters and lies at
 * the payer's door.
 */
@Component
public class PrintClaim {

    private final Invoices invoices;
    private final Customers customers;
    private final PostalAddresses addresses;
    private final TermsBook terms;
    private final Letterheads letterheads;
    private final PaperTransfers transfers;
    private final Organisations organisations;
    private final Pdf pdf;
    private final Archive archive;
    private final KeepCopy keepCopy;
    private final JdbcClient db;

    PrintClaim(
            Invoices invoices,
            Customers customers,
            PostalAddresses addresses,
            TermsBook terms,
            Letterheads letterheads,
            PaperTransfers transfers,
            Organisations organisations,
            Pdf pdf,
            Archive archive,
            KeepCopy keepCopy,
            JdbcClient db) {
        this.invoices = invoices;
        this.customers = customers;
        this.addresses = addresses;
        this.terms = terms;
        this.letterheads = letterheads;
        this.transfers = transfers;
        this.organisations = organisations;
        this.pdf = pdf;
        this.archive = archive;
        this.keepCopy = keepCopy;
        this.db = db;
    }

    /** The paper of a charge by which the archive opens it; empty while it is not claimed. */
    @Transactional(readOnly = true)
    public Optional<String> of(long chargeId) {
        return db.sql("select hash from charge_paper where charge_id = ?")
                .param(chargeId)
                .query((row, _) -> HexFormat.of().formatHex(row.getBytes("hash")))
                .optional();
    }

    /** @param charge that is claimed as a receivable */
    @Transactional
    void print(Actor actor, Charge charge, LocalDate today) {
        Organisation organisation = organisations.current();
        long receivable = Objects.requireNonNull(charge.decision().receivableId());
        byte[] paper = pdf.of(sheet(organisation, charge, receivable, today).html());
        var caller = new Caller(organisation, actor, Role.ADMINISTRATOR, null, today);
        String name = charge.decision().receivableNumber() + ".pdf";
        String hash = keepCopy.keep(caller, receivable, name, new ByteArrayResource(paper));
        db.sql("insert into charge_paper (charge_id, hash) values (?, decode(?, 'hex'))")
                .params(charge.id(), hash)
                .update();
    }

    private ClaimSheet sheet(Organisation organisation, Charge charge, long receivableId, LocalDate today) {
        Invoice origin = invoice(charge.of().invoiceId(), today);
        Invoice receivable = invoice(receivableId, today);
        Customer customer = customers.byId(origin.customerId()).orElseThrow();
        Locale language = Objects.requireNonNullElse(customer.profile().language(), organisation.locale());
        List<String> address = Stream.concat(
                        Stream.of(customer.name()),
                        addresses.of(customer.id()).stream()
                                .flatMap(each -> each.lines().lines()))
                .toList();
        boolean isUntaxed = terms.ofInvoice(origin.id())
                .map(version -> version.conditions().penalties().isStatutory())
                .orElse(false);
        String tag = ClaimWords.of(language.toLanguageTag()).language();
        return new ClaimSheet(
                charge,
                origin,
                receivable,
                new ClaimSheet.To(address, tag),
                new ClaimSheet.Look(letterheads.current(), organisation.name(), isUntaxed),
                transfers
                        .now()
                        .slips(customer.id(), charge.amount().currency(), charge.amount(), tag)
                        .toList());
    }

    private Invoice invoice(long id, LocalDate today) {
        return invoices.byId(id, today).orElseThrow(() -> new NotFound("invoice"));
    }
}
