package dev.dunwell.cases;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.ledger.Customer;
import dev.dunwell.statements.Letterheads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Prints the agreement of a plan in the customer's language, once: whoever signs it signs what was proposed. */
@Component
class PlanPaper {

    private final Plans plans;
    private final Letterheads letterheads;
    private final Pdf pdf;
    private final Archive archive;
    private final JdbcClient db;

    PlanPaper(Plans plans, Letterheads letterheads, Pdf pdf, Archive archive, JdbcClient db) {
        this.plans = plans;
        this.letterheads = letterheads;
        this.pdf = pdf;
        this.archive = archive;
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void print(Caller caller, Customer customer, Plan plan) {
        Locale language = customer.profile().language();
        var agreement = new Agreement(
                CaseWords.of(language == null ? caller.organisation().locale().getLanguage() : language.getLanguage()),
                letterheads.current(),
                caller.organisation().name(),
                plan,
                plans.lines(plan),
                plans.parts(plan, caller.today()));
        try {
            String hash = archive.keep(new ByteArrayResource(pdf.of(agreement.html())));
            db.sql("update plan set hash = decode(?, 'hex') where id = ?")
                    .params(hash, plan.id())
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
