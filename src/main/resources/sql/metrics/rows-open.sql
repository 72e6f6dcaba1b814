-- What is open as of the last day, by the day it falls due? Of it, what is past due.
select cast(:toOn as date) as on_day, o.customer_id, o.currency, case when o.due_on < :toOn then o.open_amount else 0 end as part,
       o.open_amount as whole, cast(null as int) as stage, o.number as label, '/invoices/' || o.id as url
from open_line(:toOn) o
