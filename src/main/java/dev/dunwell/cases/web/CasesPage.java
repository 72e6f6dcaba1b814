package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The worklist of disputes and questions: by whom, until when, how much. */
@Controller
class CasesPage {

    private static final int SHOWN = 200;
    private static final int MOST = 10_000;

    private final Cases cases;
    private final People people;

    CasesPage(Cases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    /**
     * What was asked for, as the address says it.
     *
     * @param owner mine, nobody, a person's id; anybody when left out
     */
    record Given(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String owner,
            @Nullable String q,
            @Nullable String order) {

        Given of(Case.Kind only) {
            return new Given(only.code(), state, owner, q, order);
        }
    }

    @GetMapping("/cases")
    ModelAndView list(Caller caller, Given given) {
        CaseFilter filter = filter(caller, given);
        List<Case> rows = cases.list(filter, caller.today(), SHOWN);
        var view = new CasesView(
                filter,
                given.owner == null ? "" : given.owner,
                rows,
                rows.size() == SHOWN,
                people.all(),
                cases.cycleTime(caller.today()));
        return new ModelAndView("cases/cases").addObject("view", view);
    }

    @GetMapping("/disputes")
    ModelAndView disputes(Caller caller, Given given) {
        return list(caller, given.of(Case.Kind.DISPUTE));
    }

    @GetMapping("/questions")
    ModelAndView questions(Caller caller, Given given) {
        return list(caller, given.of(Case.Kind.QUESTION));
    }

    @GetMapping("/cases.csv")
    void download(Caller caller, Given given, HttpServletResponse response) throws IOException {
        String file = "cases-" + caller.today() + ".csv";
        try (Csv csv = Csv.download(
                response,
                file,
                "kind",
                "customer",
                "name",
                "invoice",
                "subject",
                "what",
                "currency",
                "at stake",
                "opened on",
                "due on",
                "days",
                "owner",
                "closed on",
                "outcome")) {
            cases.list(filter(caller, given), caller.today(), MOST).forEach(each -> csv.row(cells(each, caller)));
        }
    }

    private static @Nullable Object[] cells(Case each, Caller caller) {
        Case.About about = each.about();
        Case.Owner owner = each.owner();
        Case.End end = each.end();
        return new @Nullable Object[] {
            each.kind().code(),
            each.whose().number(),
            each.whose().name(),
            about == null ? null : about.number(),
            each.subject(),
            each.text(),
            each.atStake() == null ? null : each.atStake().currency(),
            each.atStake(),
            each.openedOn(),
            each.dueOn(),
            each.days(caller.today()),
            owner == null ? null : owner.name(),
            end == null ? null : end.on(),
            end == null ? null : end.outcome()
        };
    }

    static CaseFilter filter(Caller caller, Given given) {
        String owner = given.owner == null ? "" : given.owner;
        Long ownerId = switch (owner) {
            case "", "nobody" -> null;
            case "mine" -> caller.personId();
            default -> person(owner);
        };
        return new CaseFilter(
                one(Case.Kind.class, "kind", given.kind),
                or(one(CaseFilter.State.class, "state", given.state), CaseFilter.State.OPEN),
                ownerId,
                owner.equals("nobody"),
                given.q == null ? "" : given.q,
                or(one(CaseFilter.Order.class, "order", given.order), CaseFilter.Order.DUE));
    }

    private static Long person(String id) {
        if (id.matches("\\d{1,18}")) {
            return Long.valueOf(id);
        } else {
            throw BadInput.in("owner", "Write mine, nobody or the number of a person.");
        }
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadInput.in(field, "Write one of " + List.of(type.getEnumConstants()) + " in small letters.");
        }
    }
}
