package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a customer can pay what it chose, ready to be shown.
 *
 * @param titleKey what it is called, for {@link PayWords}
 * @param rows what the payer types or copies, in the order of a bank's form
 * @param reference what the payer writes; null where none is typed
 * @param qr the same as a picture; null where there is none
 * @param noQrKey why there is no picture, for {@link PayWords}; null when there is one or nobody expects one
 * @param act what the payer can set going; null when everything is in the rows
 * @param amount what is to be paid without the surcharge; null when nothing was chosen
 * @param surcharge what this way costs the payer on top; zero mostly
 * @param isPreferred whether this customer asked for it
 */
public record WayToPay(
        PaymentMethod method,
        String titleKey,
        List<Row> rows,
        @Nullable Reference reference,
        @Nullable Qr qr,
        @Nullable String noQrKey,
        @Nullable Act act,
        @Nullable Money amount,
        @Nullable Money surcharge,
        boolean isPreferred) {

    public WayToPay {
        rows = List.copyOf(rows);
    }

    /** The same for a customer that asked for it. */
    WayToPay preferred() {
        return new WayToPay(method, titleKey, rows, reference, qr, noQrKey, act, amount, surcharge, true);
    }

    /**
     * A line of a bank's form.
     *
     * @param labelKey for {@link PayWords}
     * @param shown for the eye, in groups
     * @param copied for the clipboard; null when there is nothing to copy
     * @param amount what is shown, where that is an amount, which each language writes in its way
     */
    public record Row(
            String labelKey,
            String shown,
            @Nullable String copied,
            @Nullable Money amount) {

        Row(String labelKey, String shown, @Nullable String copied) {
            this(labelKey, shown, copied, null);
        }

        static Row of(String labelKey, Money amount) {
            return new Row(labelKey, amount.inWords(), amount.amount().toPlainString(), amount);
        }

        /** For the eye of a reader of those words. */
        public String shown(PayWords words) {
            return amount == null ? shown : words.amount(amount);
        }

        /** Shown as it is copied. */
        static Row of(String labelKey, String text) {
            return new Row(labelKey, text, text);
        }
    }

    /**
     * A code that a banking app reads.
     *
     * @param altKey what it is, for those who do not see it, for {@link PayWords}
     * @param payload what stands in it
     * @param svg a whole {@code svg} element, ours from the first byte to the last
     */
    public record Qr(String altKey, String payload, String svg) {}

    /** What a payer can set going. */
    public enum Act {
        /** Pay at once with a card or wallet: {@code StartPayment} answers with the address to send the payer to. */
        START,
        /** Print the slip that goes with a cheque: {@code RemittanceSlip}. */
        PRINT,
        /** Let us collect it: {@code GiveMandate}. */
        ALLOW
    }
}
