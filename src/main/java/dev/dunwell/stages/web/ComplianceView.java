package dev.dunwell.stages.web;

import dev.dunwell.collections.Stage;
import dev.dunwell.stages.Compliance;
import dev.dunwell.stages.Compliance.Cut;
import dev.dunwell.stages.Compliance.Share;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Whether every step was taken: shares by several cuts, and the rows behind the one that was opened.
 *
 * @param rows the first of those asked for; {@code isCut} when there are more
 * @param unreminded late invoices that we failed to remind of in time
 * @param reasons how inquiries of the period ended, the commonest first
 */
public record ComplianceView(
        Compliance.Period period,
        Compliance.Filter filter,
        List<Share> shares,
        List<Compliance.StepRow> rows,
        boolean isCut,
        List<Compliance.Unreminded> unreminded,
        List<Reason> reasons) {

    /** Why invoices were late, as people said. */
    public record Reason(String title, int invoices) {}

    /** Of all invoices; none when no step fell into the period. */
    public List<Share> of(Cut cut) {
        return shares.stream().filter(share -> share.cut() == cut).toList();
    }

    public static String title(Share share) {
        return switch (share.cut()) {
            case ALL -> "All invoices";
            case STAGE -> share.name() + " " + Stage.values()[Integer.parseInt(share.name()) - 1].title();
            case COLLECTOR -> share.name().isEmpty() ? "Nobody" : share.name();
            case MONTH -> share.name();
        };
    }

    public static String heading(Cut cut) {
        return switch (cut) {
            case ALL -> "In all";
            case STAGE -> "By stage";
            case COLLECTOR -> "By collector";
            case MONTH -> "By month";
        };
    }

    /** The rows behind a share: its steps of a kind. */
    public String url(Share share, String kind) {
        return address("/compliance")
                        .queryParam("kind", kind)
                        .queryParam(share.cut() == Cut.ALL ? "all" : name(share.cut()), share.name())
                        .encode()
                        .build()
                        .toUriString()
                + "#steps";
    }

    /** The rows that are shown, as a file, and all of them. */
    public String download() {
        UriComponentsBuilder address = address("/compliance.csv");
        if (filter.kind() != null) {
            address.queryParam("kind", filter.kind());
        }
        if (filter.stage() != null) {
            address.queryParam("stage", filter.stage());
        }
        if (filter.owner() != null) {
            address.queryParam("collector", filter.owner());
        }
        if (filter.month() != null) {
            address.queryParam("month", filter.month());
        }
        return address.encode().build().toUriString();
    }

    private UriComponentsBuilder address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", period.from())
                .queryParam("to", period.to());
    }

    private static String name(Cut cut) {
        return cut.name().toLowerCase(Locale.ROOT);
    }
}
