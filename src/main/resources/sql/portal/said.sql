-- What did these customers say at the door that is open, or was answered in the last month?
select 'question' as kind, q.asked_on as on_day, i.number, q.body as text, q.answer, q.answered_on, q.answered_by
from door_case k
join question q on q.org_id = k.org_id and q.id = k.question_id
left join invoice i on i.org_id = q.org_id and i.id = q.invoice_id
where k.org_id = (select current_org()) and q.customer_id = any(:customers) and (q.answered_on is null or q.answered_on > :today - 30)
union all
select 'dispute', d.opened_on, i.number, d.reason, coalesce(d.outcome, case when d.closed_on is not null then 'settled' end),
       d.closed_on, d.closed_by
from door_case k
join dispute d on d.org_id = k.org_id and d.id = k.dispute_id
join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
where k.org_id = (select current_org()) and i.customer_id = any(:customers) and (d.closed_on is null or d.closed_on > :today - 30)
order by on_day desc, number
limit 20
