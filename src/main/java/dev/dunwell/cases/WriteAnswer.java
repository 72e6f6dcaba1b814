package dev.dunwell.cases;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Pdf;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the letter that answers a dispute, in the customer's language, and keeps it with the case to be sent. */
@Component
class WriteAnswer {

    private final Customers customers;
    private final Letterheads letterheads;
    private final Pdf pdf;
    private final CaseFile file;

    WriteAnswer(Customers customers, Letterheads letterheads, Pdf pdf, CaseFile file) {
        this.customers = customers;
        this.letterheads = letterheads;
        this.pdf = pdf;
        this.file = file;
    }

    /** @param credited null when nothing was */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Caller caller, Case dispute, @Nullable Money credited, String why) {
        Customer customer = customers.byId(dispute.whose().id()).orElseThrow(() -> new NotFound("customer"));
        Locale language = customer.profile().language();
        var words =
                CaseWords.of(language == null ? caller.organisation().locale().getLanguage() : language.getLanguage());
        var letter = new AnswerLetter(
                words,
                letterheads.current(),
                caller.organisation().name(),
                customer.name(),
                caller.today(),
                dispute,
                credited,
                why,
                caller.actor().name());
        String name = "Answer to " + ResolveDispute.about(dispute).number() + ".pdf";
        try {
            file.keep(caller, Case.Kind.DISPUTE, dispute.id(), name, new ByteArrayResource(pdf.of(letter.html())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
