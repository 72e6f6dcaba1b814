package dev.dunwell.relations.web;

import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Accuracy.Cut;
import dev.dunwell.relations.Accuracy.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many invoices were right the first time, what was wrong with the others, and the rows behind the part that was
 * opened.
 *
 * @param raised of the wrong ones how many they told us of before we asked
 * @param unnamed calls that reported an error of an invoice they did not name
 * @param letGo what looked strange before it left
 * @param heldBack what a check kept in the house at first
 */
public record AccuracyView(
        Links links,
        List<Share> shares,
        List<Accuracy.Row> rows,
        boolean isCut,
        int raised,
        int unnamed,
        Accuracy.LetGo letGo,
        Accuracy.HeldBack heldBack,
        boolean maySayCause) {

    /** In which order they help: what goes wrong, with what, by whom. */
    public static final List<Cut> CUTS = List.of(Cut.CAUSE, Cut.LINE, Cut.BILLER, Cut.CUSTOMER, Cut.MONTH);

    private static final int PARTS = 15;

    public Share all() {
        return Accuracy.all(shares);
    }

    /**
     * The part of the wrong ones that they told us of, in percent, half-up to one decimal; null when none was wrong.
     */
    public @Nullable BigDecimal raisedPercent() {
        int wrong = all().wrong();
        return wrong == 0
                ? null
                : BigDecimal.valueOf(raised * 100L).divide(BigDecimal.valueOf(wrong), 1, RoundingMode.HALF_UP);
    }

    /** The worst fifteen; months in their order. */
    public List<Share> of(Cut cut) {
        List<Share> all = shares.stream().filter(share -> share.cut() == cut).toList();
        return cut == Cut.MONTH
                ? all.stream().sorted(Comparator.comparing(Share::key)).toList()
                : all.subList(0, Math.min(PARTS, all.size()));
    }

    /** How long its bar is in percent of the longest of its cut. */
    public static int bar(Share share, List<Share> of) {
        int most = of.stream().mapToInt(Share::wrong).max().orElse(0);
        return most == 0 ? 0 : share.wrong() * 100 / most;
    }

    public static String heading(Cut cut) {
        return switch (cut) {
            case ALL -> "In all";
            case CAUSE -> "By cause";
            case LINE -> "By product or line";
            case BILLER -> "By biller";
            case CUSTOMER -> "By customer";
            case MONTH -> "By month issued";
        };
    }

    public static String title(Share share) {
        if (share.cut() == Cut.CAUSE) {
            return CauseWords.of(share.key());
        } else {
            return share.name().isEmpty() ? "Not known" : share.name();
        }
    }

    /** Where one reads what was said. */
    public static String url(Accuracy.Row row, Accuracy.Fault fault) {
        return switch (fault.kind()) {
            case "question" -> "/questions/" + fault.subjectId();
            case "dispute" -> "/disputes/" + fault.subjectId();
            default -> "/invoices/" + row.invoiceId();
        };
    }

    public static String kind(Accuracy.Fault fault) {
        return switch (fault.kind()) {
            case "question" -> "Question";
            case "dispute" -> "Dispute";
            case "call" -> "Told on a call";
            default -> "Told when we asked";
        };
    }
}
