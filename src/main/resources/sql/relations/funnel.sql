-- Of the invoices issued in a period, how many reached each place on their way to being paid, for how much, how many came there from the
-- place before, and after how many days in the middle? One row for each currency; days are never below zero.
select w.currency,
       array[count(*), count(w.delivered_on), count(w.viewed_on), count(w.contacted_on), count(w.agreed_on), count(w.paid_on)] as reached,
       array[sum(w.amount), sum(w.amount) filter (where w.delivered_on is not null), sum(w.amount) filter (where w.viewed_on is not null),
             sum(w.amount) filter (where w.contacted_on is not null), sum(w.amount) filter (where w.agreed_on is not null),
             sum(w.amount) filter (where w.paid_on is not null)]::bigint[] as amounts,
       array[count(*), count(w.delivered_on), count(b.viewed), count(b.contacted), count(b.agreed), count(b.paid)] as from_before,
       array[null, percentile_cont(0.5) within group (order by f.delivered), percentile_cont(0.5) within group (order by b.viewed),
             percentile_cont(0.5) within group (order by b.contacted), percentile_cont(0.5) within group (order by b.agreed),
             percentile_cont(0.5) within group (order by b.paid)]::numeric(9, 1)[] as days_between,
       array[null, percentile_cont(0.5) within group (order by f.delivered), percentile_cont(0.5) within group (order by f.viewed),
             percentile_cont(0.5) within group (order by f.contacted), percentile_cont(0.5) within group (order by f.agreed),
             percentile_cont(0.5) within group (order by f.paid)]::numeric(9, 1)[] as days_from_issue
from invoice_way(:fromOn, :toOn, :asOf) w
cross join lateral (
  select days_since(w.delivered_on, w.viewed_on) as viewed, days_since(w.viewed_on, w.contacted_on) as contacted,
         days_since(w.contacted_on, w.agreed_on) as agreed, days_since(w.agreed_on, w.paid_on) as paid
) b
cross join lateral (
  select days_since(w.issued_on, w.delivered_on) as delivered, days_since(w.issued_on, w.viewed_on) as viewed,
         days_since(w.issued_on, w.contacted_on) as contacted, days_since(w.issued_on, w.agreed_on) as agreed,
         days_since(w.issued_on, w.paid_on) as paid
) f
group by w.currency
order by w.currency
