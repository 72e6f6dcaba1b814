package dev.dunwell.integrity;

import dev.dunwell.access.Actor;
import dev.dunwell.ledger.LedgerChecker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the whole book of the organisation with itself and keeps the answers: the ledger's own questions and those
 * about the house around it. It reads and writes nothing else, so it can be asked at any time and any number of times.
 */
@Component
public class CheckIntegrity {

    private static final String CHAIN = "audit-chain";
    private static final String CHAIN_SENTENCE = "no entry of the audit was changed after it was written";
    private static final int EXAMPLES = 5;

    private final LedgerChecker ledger;
    private final HouseChecks house;
    private final Runs runs;
    private final Clock clock;

    CheckIntegrity(LedgerChecker ledger, HouseChecks house, Runs runs, Clock clock) {
        this.ledger = ledger;
        this.house = house;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param asOf the organisation's day */
    @Transactional
    public void check(Actor actor, LocalDate asOf) {
        Instant started = clock.instant();
        List<Finding> findings = new ArrayList<>();
        for (LedgerChecker.Finding finding : ledger.findings(asOf)) {
            findings.add(ofLedger(finding));
        }
        for (HouseChecks.Question question : HouseChecks.QUESTIONS) {
            findings.add(timed(question.code(), question.sentence(), () -> house.broken(question, asOf)));
        }
        findings.add(timed(CHAIN, CHAIN_SENTENCE, house::brokenChain));
        runs.insert(asOf, started, clock.instant(), actor.name(), findings);
    }

    private Finding timed(String code, String sentence, Supplier<List<Finding.Example>> question) {
        Instant asked = clock.instant();
        List<Finding.Example> broken = question.get();
        int millis = (int) Duration.between(asked, clock.instant()).toMillis();
        List<Finding.Example> examples = broken.stream().limit(EXAMPLES).toList();
        return new Finding(code, sentence, broken.size(), Math.max(0, millis), examples);
    }

    private static Finding ofLedger(LedgerChecker.Finding finding) {
        return new Finding(
                finding.question().name(),
                finding.question().sentence(),
                finding.count(),
                0,
                finding.examples().stream()
                        .map(row -> new Finding.Example(
                                row.name(),
                                row.detail(),
                                "/search?q=" + URLEncoder.encode(row.name(), StandardCharsets.UTF_8)))
                        .toList());
    }
}
