-- What is lost? Open items without a decision in force or with one that nobody looks at any more, and nights that planned
-- fewer messages than they decided.
select 'item' as kind, i.number as name, c.name as customer, c.id as customer_id,
       case when d.id is null then 'has no stage and no next date' else 'should have been looked at on ' || d.next_on end as what
from open_invoice(:today) i
join customer c on c.org_id = (select current_org()) and c.id = i.customer_id
left join decision d on d.invoice_id = i.id and d.superseded_on is null
where d.id is null or d.next_on < :today
union all
select 'night', n.night_on::text, '', null,
       case when n.finished_at is null then 'did not finish'
         else 'decided ' || n.sent || ' messages, ' || count(m.id) || ' were written' end
from night_run n
left join message m on m.org_id = n.org_id and m.window_on = n.night_on and m.kind = 'reminder'
where n.night_on between :today - 14 and :today
group by n.org_id, n.night_on, n.sent, n.finished_at
having n.finished_at is null and n.night_on < :today or n.finished_at is not null and count(m.id) < n.sent
order by 1, 2
limit :limit
