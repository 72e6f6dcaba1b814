package dev.dunwell.messaging;

import dev.dunwell.access.InTurn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Finds whose parts a joint mail took along, for who handles what comes back to it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JointParts {

    private final JdbcClient db;
    private final JointMails jointMails;
    private final InTurn inTurn;
    private final JsonMapper json;

    JointParts(JdbcClient db, JointMails jointMails, InTurn inTurn, JsonMapper json) {
        this.db = db;
        this.jointMails = jointMails;
        this.inTurn = inTurn;
        this.json = json;
    }

    /**
     * One vendor's part.
     *
     * @param name of its message, as if it had left alone
     * @param signs by which a reader's words name this vendor: its name, its numbers, its address
     */
    public record One(int organisation, String name, String subject, Set<String> signs) {

        public One {
            signs = Set.copyOf(signs);
        }
    }

    /** Of the first of these Message-IDs that is a joint mail's; empty when none is. */
    public List<One> of(Collection<String> messageIds) {
        for (String id : messageIds) {
            List<JointMails.Part> took = jointMails.took(id);
            if (!took.isEmpty()) {
                List<One> parts = new ArrayList<>();
                took.forEach(part -> parts.add(inTurn.in(part.organisation(), () -> one(part))));
                return parts;
            }
        }
        return List.of();
    }

    private One one(JointMails.Part part) {
        return db.sql("""
                select m.message_id, coalesce(m.subject, '') as subject, o.name, coalesce(o.reply_to, '') as reply_to,
                       coalesce(m.model ->> 'numbers', '[]') as numbers
                from message m
                join organisation o on o.id = m.org_id
                where m.id = ?
                """)
                .param(part.messageId())
                .query((row, _) -> {
                    Set<String> signs = new LinkedHashSet<>();
                    signs.add(row.getString("name"));
                    signs.add(row.getString("name").split(" ", 2)[0]);
                    signs.add(row.getString("reply_to"));
                    json.readTree(row.getString("numbers")).forEach(number -> signs.add(number.asString()));
                    signs.removeIf(sign -> sign.length() < 4);
                    return new One(part.organisation(), row.getString("message_id"), row.getString("subject"), signs);
                })
                .single();
    }
}
