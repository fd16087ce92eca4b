// Stop telling somebody of new answers to a kept question.
// $key: string — the ids of the question and of who is told, joined
MATCH (alert:QuestionAlert {key: $key})
DETACH DELETE alert
