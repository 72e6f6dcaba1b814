package dev.dunwell.demo;

import dev.dunwell.cases.AnswerQuestion;
import dev.dunwell.cases.AskQuestion;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.cases.DecidePlan;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.ProposePlan;
import dev.dunwell.ledger.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers ask in a story, and how they pay in parts. */
@Component
class CasesVerbs implements Verb.Source {

    private final Names names;
    private final AskQuestion askQuestion;
    private final AnswerQuestion answerQuestion;
    private final Cases cases;
    private final ProposePlan proposePlan;
    private final DecidePlan decidePlan;

    CasesVerbs(
            Names names,
            AskQuestion askQuestion,
            AnswerQuestion answerQuestion,
            Cases cases,
            ProposePlan proposePlan,
            DecidePlan decidePlan) {
        this.names = names;
        this.askQuestion = askQuestion;
        this.answerQuestion = answerQuestion;
        this.cases = cases;
        this.proposePlan = proposePlan;
        this.decidePlan = decidePlan;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("question INVOICE|CUSTOMER \"TEXT\" [answered \"TEXT\"]", this::question),
                new Verb("plan INVOICE on DATE AMOUNT CURRENCY [on DATE AMOUNT CURRENCY] …", this::plan));
    }

    /** With an answer, it is the oldest question about them that was asked before. */
    private void question(Scene scene, Words words) {
        Names.Party about = names.party(words);
        if (words.skip("answered")) {
            String answer = words.next("TEXT");
            words.checkNoneLeft();
            Case open =
                    cases.ofCustomer(about.customerId(), CaseFilter.open(Case.Kind.QUESTION), scene.today()).stream()
                            .filter(each -> Objects.equals(invoiceOf(each), about.invoiceId()))
                            .findFirst()
                            .orElseThrow(() -> words.mistake("There is no question to answer."));
            answerQuestion.answer(scene.caller(), open.id(), answer);
        } else {
            String text = words.next("TEXT");
            words.checkNoneLeft();
            askQuestion.ask(
                    scene.caller(),
                    new AskQuestion.Wanted(about.customerId(), about.invoiceId(), "", text, null, null));
        }
    }

    /** Proposed and accepted at once. */
    private void plan(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        List<Plan.Line> lines = new ArrayList<>();
        while (words.hasMore()) {
            words.expect("on");
            lines.add(new Plan.Line(words.date(), words.money()));
        }
        long id = proposePlan.propose(
                scene.caller(), new ProposePlan.Wanted(invoice.customerId(), List.of(invoice.id()), lines));
        decidePlan.accept(scene.caller(), id, "Their accounts department");
    }

    private static @Nullable Long invoiceOf(Case each) {
        Case.About about = each.about();
        return about == null ? null : about.id();
    }
}
