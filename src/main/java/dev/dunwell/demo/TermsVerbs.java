package dev.dunwell.demo;

import dev.dunwell.billing.ClaimCharge;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.LateFee;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.RecordTerms;
import dev.dunwell.ledger.Regime;
import dev.dunwell.ledger.TermsDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is agreed on payment, and claiming what lateness costs. */
@Component
class TermsVerbs implements Verb.Source {

    private final Names names;
    private final RecordTerms recordTerms;
    private final ClaimCharge claimCharge;

    TermsVerbs(Names names, RecordTerms recordTerms, ClaimCharge claimCharge) {
        this.names = names;
        this.recordTerms = recordTerms;
        this.claimCharge = claimCharge;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb(
                        "terms \"NAME\" \"DUE\" [discount \"STEPS\"] [per-year PERCENT] [statute COUNTRY] [fees \"FEES\"]",
                        this::terms),
                new Verb("claim INVOICE interest|compensation|STAGE", this::claim));
    }

    /** From the day of the line on; interest per year is counted actual/365. */
    private void terms(Scene scene, Words words) {
        String name = words.next("NAME");
        DueRule due = DueRule.parse(words.next("DUE"));
        List<DiscountStep> discounts = DiscountStep.parse(words.after("discount", ""));
        String percent = words.after("per-year", "");
        Regime regime = Regime.ofCode(words.after("statute", "none"));
        List<LateFee> fees = LateFee.parse(words.after("fees", ""));
        words.checkNoneLeft();
        var penalties = new Penalties(interest(percent), regime, null, fees, 0);
        var draft = new TermsDraft(due, discounts, 0, Set.of(PaymentMethod.BANK_TRANSFER), penalties, false);
        recordTerms.record(scene.actor(), new RecordTerms.Wanted(name, scene.today(), draft, false));
    }

    private static Penalties.@Nullable Interest interest(String percent) {
        return percent.isEmpty()
                ? null
                : new Penalties.Interest(new BigDecimal(percent), Penalties.Per.YEAR, DayCount.ACTUAL_365);
    }

    private void claim(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        String stage = words.next("STAGE");
        words.checkNoneLeft();
        claimCharge.claim(scene.actor(), invoice.id(), stage, scene.today());
    }
}
