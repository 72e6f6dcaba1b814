package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.CashRules;
import dev.dunwell.ledger.ChangeCashRules;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How money is applied: which invoices first, and what small rest is not worth a letter. */
@Controller
class CashRulesPage {

    private static final List<Choice> ORDERS = List.of(
            new Choice(CashRules.Order.OLDEST_DUE.code(), "What fell due first"),
            new Choice(CashRules.Order.COSTS_INTEREST_PRINCIPAL.code(), "Fees, then interest, then the rest"));

    private final CashRules rules;
    private final ChangeCashRules changeCashRules;

    CashRulesPage(CashRules rules, ChangeCashRules changeCashRules) {
        this.rules = rules;
        this.changeCashRules = changeCashRules;
    }

    @GetMapping("/settings/cash")
    ModelAndView show(Caller caller) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("order", rules.order().code());
        values.put(
                "tolerances",
                rules.tolerances().values().stream()
                        .map(t -> t.currency() + " " + t.amount().toPlainString())
                        .collect(Collectors.joining("\n")));
        return page(caller, values, Map.of());
    }

    @PostMapping("/settings/cash")
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form) {
        try {
            CashRules.Order order = Stream.of(CashRules.Order.values())
                    .filter(each -> each.code().equals(form.get("order")))
                    .findFirst()
                    .orElseThrow(() -> BadInput.in("order", "Choose one."));
            changeCashRules.change(caller.actor(), order, tolerances(form.getOrDefault("tolerances", "")));
            return Onward.to("/settings/cash", Flash.done("The rules are saved. They hold from now on."));
        } catch (BadInput bad) {
            Map<String, String> problems = new LinkedHashMap<>();
            bad.problems()
                    .forEach(
                            p -> problems.put(p.column().equals("tolerance") ? "tolerances" : p.column(), p.message()));
            ModelAndView page = page(caller, form, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** Each line as {@code EUR 0.50}. */
    private static List<Money> tolerances(String text) {
        List<Money> tolerances = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+");
            try {
                tolerances.add(Money.of(
                        words[1].replace(',', '.'),
                        Currency.getInstance(words[0]).getCurrencyCode()));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw BadInput.in("tolerances", "Write each as EUR 0.50 on a line of its own; not so: " + line);
            }
        }
        return tolerances;
    }

    private static ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("ledger/cash-rules")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("orders", ORDERS)
                .addObject("values", values)
                .addObject("problems", problems);
    }
}
