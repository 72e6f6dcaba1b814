-- Whose accounts changed most in the seven days up to :lastOn, as known at a moment? The fifty largest changes of each currency.
select t.currency, t.customer_id, t.billed, t.paid, t.otherwise
from (
  select m.currency, m.customer_id, sum(m.billed) as billed, sum(m.paid) as paid, sum(m.otherwise) as otherwise,
         row_number() over (partition by m.currency order by abs(sum(m.billed - m.paid - m.otherwise)) desc, m.customer_id) as place
  from (
    select v.currency, v.customer_id, v.amount as billed, 0 as paid, 0 as otherwise
    from invoice_version v
    where v.issued_on between cast(:lastOn as date) - 6 and :lastOn and v.known_from <= :knownAt and v.known_until > :knownAt
    union all
    select v.currency, v.customer_id, 0, case when a.payment_id is not null then a.amount else 0 end,
           case when a.payment_id is null then a.amount else 0 end
    from allocation a
    join invoice_version v on v.org_id = a.org_id and v.invoice_id = a.invoice_id
    where a.effective_on <= :lastOn and a.recorded_at <= :knownAt and v.known_from <= :knownAt and v.known_until > :knownAt
      and v.issued_on <= :lastOn and greatest(a.effective_on, v.issued_on) >= cast(:lastOn as date) - 6
  ) m
  group by m.currency, m.customer_id
) t
where t.place <= 50
