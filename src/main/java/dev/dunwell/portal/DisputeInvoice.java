package dev.dunwell.portal;

import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFile;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Objection;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer objects to an invoice or a part of it: what is disputed leaves the reminders, the rest is still asked for. A
 * file that shows why is kept with the dispute as it came, never opened here.
 */
@Component
public class DisputeInvoice {

    /** What payers are offered to choose from; the others are the vendor's words. */
    public static final List<DeductionCode> REASONS = List.of(
            DeductionCode.PRICING,
            DeductionCode.QUANTITY_SHORT,
            DeductionCode.NOT_RECEIVED,
            DeductionCode.DAMAGED,
            DeductionCode.QUALITY,
            DeductionCode.WRONG_PRODUCT,
            DeductionCode.RETURNED_GOODS,
            DeductionCode.DUPLICATE_BILLING,
            DeductionCode.NOT_OUR_BILL,
            DeductionCode.MISSING_ORDER_DATA,
            DeductionCode.TAX,
            DeductionCode.OTHER);

    private final Disputes disputes;
    private final CaseFile caseFile;
    private final Standing standing;
    private final JdbcClient db;

    DisputeInvoice(Disputes disputes, CaseFile caseFile, Standing standing, JdbcClient db) {
        this.disputes = disputes;
        this.caseFile = caseFile;
        this.standing = standing;
        this.db = db;
    }

    /** What they object to; {@code part} is null for all that is open. */
    public record Objected(
            DeductionCode code, String reason, @Nullable Money part) {

        Objection objection() {
            return new Objection(code, reason, part, null, null);
        }
    }

    /** A file that came with it; its name is only shown. */
    public record Evidence(String name, InputStreamSource file) {

        private static final int LONGEST = 120;

        /** What remains of a name from outside: one line without path, at most 120 characters. */
        String plainName() {
            String last = name.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029\"<>|:*?]", "");
            String plain = last.strip();
            return plain.isEmpty() ? "evidence" : plain.substring(0, Math.min(LONGEST, plain.length()));
        }
    }

    /** @return the dispute's id; refuses a second one about the same invoice, and a part that does not fit */
    @Transactional
    public long dispute(Payer payer, long invoiceId, Objected objected, Optional<Evidence> evidence) {
        long link = standing.count(payer);
        standing.item(payer, invoiceId);
        long dispute = disputes.open(payer.caller(), invoiceId, objected.objection());
        evidence.ifPresent(file -> keep(payer, dispute, file));
        db.sql("insert into door_case (link_id, dispute_id) values (?, ?)")
                .params(link, dispute)
                .update();
        return dispute;
    }

    private void keep(Payer payer, long dispute, Evidence evidence) {
        try {
            caseFile.keep(payer.caller(), Case.Kind.DISPUTE, dispute, evidence.plainName(), evidence.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
