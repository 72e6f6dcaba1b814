-- By which way each document goes to its buyer, and since when it is on its way: what goes by post, when it went to the post. Null as
-- long as it waits to be printed or posted.
create or replace view document_sent with (security_invoker = true) as
select s.org_id, s.document_id, s.message_id, s.way,
       case when m.channel = 'letter' then m.posted_on else s.sent_on end as sent_on,
       m.state as message_state
from sent_document s
left join message m on m.org_id = s.org_id and m.id = s.message_id;
grant select on document_sent to ${app_role};
