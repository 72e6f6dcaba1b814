-- Where does a number of the audit not follow the one before? (I16)
select 'entry ' || g.seq as name, 'follows entry ' || coalesce(g.before, 0) as detail, '/settings/audit' as url
from (select seq, lag(seq) over (order by seq) as before from audit_entry) g
where g.seq <> coalesce(g.before, 0) + 1
order by g.seq
