package dev.dunwell;

import java.util.LinkedHashMap;
import java.util.Map;

/** What nights leave behind in an organisation, free of ids and moments, so that two can be held against each other. */
public final class Traces {

    /** Questions by name, each with a place for the organisation's id. */
    public static final Map<String, String> BY_NAME = byName();

    private Traces() {}

    /** The same rows, each as one text. */
    public static String asLines(String sql) {
        return "select t::text from (" + sql + ") t";
    }

    private static Map<String, String> byName() {
        Map<String, String> traces = new LinkedHashMap<>();
        traces.put("messages", """
                select c.number, m.window_on, m.template, m.to_address, m.state, m.model -> 'numbers' as numbers, m.subject,
                       (select count(*) from sink_mail s where s.org_id = m.org_id and s.message_id = m.message_id) as came
                from message m
                join customer c on c.org_id = m.org_id and c.id = m.customer_id
                where m.org_id = %s
                order by 1, 2, 5, 6
                """);
        traces.put("decisions", """
                select i.number, d.decided_on, d.superseded_on, d.action, d.stage, d.step, d.code, d.reason, d.next_on
                from decision d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where d.org_id = %s
                order by 1, 2, d.id
                """);
        traces.put("steps", """
                select i.number, s.cycle, s.step, s.stage, s.taken_on, s.how, s.open_amount
                from step_taken s
                join invoice i on i.org_id = s.org_id and i.id = s.invoice_id
                where s.org_id = %s
                order by 1, 2, 3
                """);
        traces.put("nights", """
                select night_on, decided, sent, held, reasons, finished_at is not null
                from night_run
                where org_id = %s
                order by 1
                """);
        traces.put("standings", """
                select c.number, s.open_amount, s.overdue_amount, s.items, s.level, s.why, s.next_step, s.next_on, s.last_contact_on
                from customer_standing s
                join customer c on c.org_id = s.org_id and c.id = s.customer_id
                where s.org_id = %s
                order by 1
                """);
        return traces;
    }
}
