package dev.dunwell.invoicing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.slf4j.LoggerFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Those who judge our documents and are not of our making: Mustang's validator and veraPDF. */
public final class Judges {

    private static final Pattern ERROR = Pattern.compile("(?s)<(?:error|exception)\\b.*?</(?:error|exception)>");

    /** Boot sets all levels anew when it starts, so each time. */
    private static void hush() {
        for (String talkative : List.of("org.mustangproject", "com.helger", "org.verapdf")) {
            ((Logger) LoggerFactory.getLogger(talkative)).setLevel(Level.WARN);
        }
    }

    private Judges() {}

    /** What Mustang finds wrong with an XML or a PDF with XML inside; empty when nothing. */
    public static List<String> mustang(byte[] file, String name) {
        hush();
        var validator = new ZUGFeRDValidator();
        validator.disableNotices();
        String report = validator.validate(file, name);
        List<String> errors =
                ERROR.matcher(report).results().map(MatchResult::group).toList();
        boolean isValid = validator.wasCompletelyValid() && report.contains("<summary status=\"valid\"/>");
        return isValid ? List.of() : errors.isEmpty() ? List.of(report) : errors;
    }

    /** The clauses of PDF/A that veraPDF finds broken; empty when none. */
    public static List<String> veraPdf(byte[] pdf, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant()
                    ? List.of()
                    : result.getTestAssertions().stream()
                            .map(broken -> String.format(
                                    Locale.ROOT, "%s: %s", broken.getRuleId().getClause(), broken.getMessage()))
                            .distinct()
                            .toList();
        }
    }
}
