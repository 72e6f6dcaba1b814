package dev.dunwell.access;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database at the start of each transaction whom it is for; the setting ends with the transaction. */
@Configuration(proxyBeanMethods = false)
class TenantTransactions {

    @Bean
    TransactionExecutionListener tenantIntoTransaction(DataSource dataSource) {
        var db = JdbcClient.create(dataSource);
        return new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
                if (failure == null) {
                    db.sql("select set_config('dunwell.org', ?, true), set_config('dunwell.scope', ?, true)")
                            .params(Tenant.settingForDatabase(), Tenant.scopeForDatabase())
                            .query()
                            .singleRow();
                }
            }
        };
    }
}
