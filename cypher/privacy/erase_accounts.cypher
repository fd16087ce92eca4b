// Remove accounts with their sessions, what they are told, and the questions that only they could see.
// $ids: list of string — the accounts
MATCH (account:Account)
WHERE account.id IN $ids
OPTIONAL MATCH (account)<-[:OF|TELLS|KEPT_BY]-(tied)
WHERE tied:Session OR tied:PasswordReset OR tied:QuestionAlert OR (tied:SavedQuestion AND NOT tied.is_shared)
OPTIONAL MATCH (tied)<-[:WATCHES]-(alert:QuestionAlert)
DETACH DELETE alert, tied, account
