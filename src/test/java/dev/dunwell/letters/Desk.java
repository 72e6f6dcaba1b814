package dev.dunwell.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two customers on 16 March 2026, each with an invoice that falls due on 20 March, so that the friendly reminder is
 * due: anna, whose Ann Smith reads mail, and bert, who has no address at all. A manager, a collector and a program work
 * at it.
 */
final class Desk {

    private final JsonMapper json = new JsonMapper();
    private final ApplicationContext house;
    private final int organisation;
    final Visitor nora;
    final Visitor paul;
    final Visitor program;
    final String anna;
    final String bert;

    Desk(ApplicationContext house, int port) {
        var staff = Staff.of(house);
        this.house = house;
        organisation = staff.organisation();
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        paul = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        api(200, "PUT", "/organisation/clock", "{\"today\":\"2026-03-16\"}");
        api(200, "PUT", "/organisation/mail", "{\"mode\":\"sink\"}");
        anna = customer("anna");
        bert = customer("bert");
        api(201, "POST", "/contacts", "{\"customer\":\"anna\",\"name\":\"Ann Smith\",\"email\":\"ann@anna.example\"}");
        invoice("anna", "A-1", "2026-03-20");
        invoice("bert", "B-1", "2026-03-20");
    }

    String submit(Visitor who, String customer, String action, Map<String, String> form) {
        String page = "/customers/" + customer;
        assertThat(who.submit(page, page + action, form).statusCode()).isEqualTo(303);
        return page(who, page);
    }

    void address(String customer, String lines) {
        assertThat(submit(nora, customer, "/postal-address", Map.of("lines", lines)))
                .contains("Saved.");
    }

    void sql(String change) {
        var transaction = new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
        Tenant.runIn(
                organisation,
                () -> transaction.executeWithoutResult(
                        _ -> house.getBean(JdbcClient.class).sql(change).update()));
    }

    void night(String day) {
        api(200, "POST", "/nights", "{\"date\":\"" + day + "\"}");
    }

    private String customer(String number) {
        api(201, "POST", "/customers", "{\"number\":\"%s\",\"name\":\"%s\"}".formatted(number, number));
        String list = page(nora, "/customers?q=" + number);
        return list.replaceAll("(?s).*?href=\"/customers/(\\d+)\">" + number + ".*", "$1");
    }

    private void invoice(String customer, String number, String dueOn) {
        String wanted = """
                {"customer":"%s","number":"%s","issuedOn":"2026-02-01","dueOn":"%s","amount":100.00,"currency":"EUR"}
                """;
        api(201, "POST", "/invoices", wanted.formatted(customer, number, dueOn));
    }

    JsonNode api(int status, String method, String path, String body) {
        var answer =
                method.equals("GET") ? program.get("/api/v1" + path) : program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(status);
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }

    static String page(Visitor who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
